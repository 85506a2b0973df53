import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { inWorkspace } from './api.ts';
import { dropRemoved } from './drop-removed.ts';
import { wasEarly } from './early.ts';
import { keys } from './keys.ts';

/** What the server tells us as it happens (API: /live). */
export type LiveChange =
  | { readonly kind: 'thread.changed'; readonly threadId: string; readonly reason: string }
  | {
      readonly kind: 'mention.received';
      readonly mentionIds: readonly string[];
      readonly watchIds: readonly string[];
    }
  | { readonly kind: 'mention.removed'; readonly mentionIds: readonly string[] }
  | { readonly kind: 'reply.changed'; readonly replyId: string; readonly threadId: string }
  | {
      readonly kind: 'approval.changed';
      readonly replyId: string;
      readonly threadId: string;
      /** Who wrote it. */
      readonly personId: string;
      readonly outcome: 'asked' | 'approved' | 'returned' | 'withdrawn' | 'reconsidered' | 'late';
      readonly byId: string | null;
      readonly byName: string | null;
    }
  | { readonly kind: 'crisis.changed'; readonly crisisId: string; readonly what: string }
  | { readonly kind: 'connection.changed'; readonly connectionId: string }
  | { readonly kind: 'note.added'; readonly threadId: string }
  | {
      readonly kind: 'note.called';
      readonly threadId: string;
      readonly personId: string;
      readonly byName: string;
    }
  | {
      readonly kind: 'presence.changed';
      readonly threadId: string;
      readonly personId: string;
      readonly doing: 'reading' | 'writing' | null;
      readonly until: string;
    }
  | { readonly kind: 'bulk.changed'; readonly bulkId: string }
  | { readonly kind: 'thread.overdue'; readonly threadId: string; readonly personIds: readonly string[] }
  | { readonly kind: 'desk.changed'; readonly what: string }
  | { readonly kind: 'watch.changed' }
  | { readonly kind: 'held.changed' }
  | { readonly kind: 'alert.changed'; readonly alertIds: readonly string[] }
  | { readonly kind: 'member.changed' | 'member.left'; readonly personId: string }
  | { readonly kind: 'workspace.changed' }
  | { readonly kind: 'understanding.changed'; readonly what: string }
  | { readonly kind: 'contact.changed'; readonly contactIds: readonly string[] }
  | { readonly kind: 'relations.changed'; readonly what: string }
  | { readonly kind: 'field.changed'; readonly fieldId: string; readonly progress?: number }
  | { readonly kind: 'case.changed'; readonly caseIds: readonly string[] }
  | { readonly kind: 'care.changed'; readonly what: string }
  | { readonly kind: 'protection.changed'; readonly reportId: string }
  | { readonly kind: 'shield.changed'; readonly threadId: string }
  | { readonly kind: 'afterwards.changed'; readonly what: string }
  | { readonly kind: 'webhook.changed'; readonly endpointId: string }
  | { readonly kind: 'rules.changed'; readonly what: string }
  | { readonly kind: 'rule-run.changed'; readonly runId: string }
  | { readonly kind: 'reset' };

export const liveKinds = [
  'thread.changed',
  'mention.received',
  'mention.removed',
  'reply.changed',
  'approval.changed',
  'crisis.changed',
  'connection.changed',
  'note.added',
  'note.called',
  'presence.changed',
  'bulk.changed',
  'thread.overdue',
  'desk.changed',
  'watch.changed',
  'held.changed',
  'alert.changed',
  'member.changed',
  'member.left',
  'workspace.changed',
  'understanding.changed',
  'contact.changed',
  'relations.changed',
  'field.changed',
  'case.changed',
  'care.changed',
  'protection.changed',
  'shield.changed',
  'afterwards.changed',
  'webhook.changed',
  'rules.changed',
  'rule-run.changed',
  'reset',
] as const satisfies readonly LiveChange['kind'][];

/** Which answers of the server a change makes stale. */
export const staleKeys = (workspaceId: string, change: LiveChange): readonly QueryKey[] => {
  const lists = [
    keys.threads(workspaceId),
    keys.today(workspaceId),
    keys.daily(workspaceId),
    keys.openContacts(workspaceId),
  ];
  switch (change.kind) {
    case 'reset':
      return [keys.workspace(workspaceId)];
    case 'thread.changed':
      return [...lists, keys.thread(workspaceId, change.threadId), keys.afterwards(workspaceId)];
    case 'reply.changed':
    case 'note.added':
      return [...lists, keys.thread(workspaceId, change.threadId)];
    case 'approval.changed':
      return [keys.approvals(workspaceId), keys.today(workspaceId)];
    case 'crisis.changed':
      return [keys.crisis(workspaceId), keys.approvals(workspaceId)];
    case 'note.called':
      return [keys.today(workspaceId), keys.threads(workspaceId)];
    case 'presence.changed':
      return [];
    case 'rules.changed':
    case 'rule-run.changed':
      return [keys.rules(workspaceId)];
    case 'bulk.changed':
      return [keys.threads(workspaceId)];
    case 'thread.overdue':
      return [keys.threads(workspaceId), keys.today(workspaceId), keys.thread(workspaceId, change.threadId)];
    case 'desk.changed':
      return [keys.desk(workspaceId), keys.threads(workspaceId), keys.allThreads(workspaceId)];
    case 'mention.received':
      return [keys.mentions(workspaceId), keys.watches(workspaceId), ...lists];
    case 'mention.removed':
      return [
        keys.mentions(workspaceId),
        keys.watches(workspaceId),
        keys.allThreads(workspaceId),
        keys.contacts(workspaceId),
        ...lists,
      ];
    case 'connection.changed':
      return [keys.connections(workspaceId)];
    case 'watch.changed':
      return [keys.watches(workspaceId), keys.mentions(workspaceId), keys.alerts(workspaceId)];
    case 'webhook.changed':
      return [keys.integrations(workspaceId)];
    case 'held.changed':
      return [keys.held(workspaceId)];
    case 'alert.changed':
      return [keys.alerts(workspaceId)];
    case 'member.changed':
    case 'member.left':
      return [keys.members(workspaceId), keys.invitations(workspaceId), keys.me];
    case 'understanding.changed':
      return change.what === 'learning' || change.what === 'settings'
        ? [keys.understanding(workspaceId)]
        : [
            keys.understanding(workspaceId),
            keys.mentions(workspaceId),
            keys.threads(workspaceId),
            keys.allThreads(workspaceId),
          ];
    case 'contact.changed':
      return [keys.contacts(workspaceId), keys.daily(workspaceId)];
    case 'relations.changed':
      return [keys.relations(workspaceId), keys.contacts(workspaceId), keys.daily(workspaceId)];
    case 'field.changed':
      // While a choice is on its way nothing else of the field is otherwise: who waits for it listens to how far it is.
      return change.progress && change.progress < 1 ? [] : [keys.fields(workspaceId)];
    case 'case.changed':
    case 'care.changed':
      return [keys.care(workspaceId)];
    case 'protection.changed':
      return [keys.protection(workspaceId)];
    case 'shield.changed':
      return [
        keys.protection(workspaceId),
        keys.thread(workspaceId, change.threadId),
        keys.mentions(workspaceId),
        ...lists,
      ];
    case 'afterwards.changed':
      return [keys.afterwards(workspaceId)];
    case 'workspace.changed':
      return [keys.company(workspaceId), keys.me];
  }
};

const stepMs = 100;
/** A request that does not come back holds up the others no longer than this. */
const longestRoundMs = 5_000;
const lostAfterMs = 4_000;
const againAfterMs = 5_000;

let lost = false;
const watchers = new Set<() => void>();
const setLost = (value: boolean) => {
  if (lost === value) return;
  lost = value;
  for (const watcher of watchers) watcher();
};

/** True while the live connection has been down for some seconds. */
export const useLiveLost = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => lost,
  );

const listeners = new Set<(change: LiveChange) => void>();

/** For a screen that shows more than a fresh list (a count of new mentions, a colleague's move). */
export const useLiveChanges = (listener: (change: LiveChange) => void): void => {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
};

/**
 * Gathers what became stale and refreshes it in rounds: a burst costs one round of requests, and a round ends before
 * the next begins, or in a steady stream each would cut off the one before and nothing would ever be shown. Between
 * two rounds the server rests at least as long as it has worked.
 */
const gatherer = (client: QueryClient) => {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRefreshing = false;
  const refresh = async () => {
    timer = undefined;
    isRefreshing = true;
    const began = performance.now();
    const stale = [...waiting.values()];
    waiting.clear();
    await Promise.race([
      Promise.allSettled(stale.map((queryKey) => client.invalidateQueries({ queryKey }))),
      new Promise((resolve) => setTimeout(resolve, longestRoundMs)),
    ]);
    isRefreshing = false;
    if (waiting.size > 0) schedule(Math.max(stepMs, performance.now() - began));
  };
  const schedule = (afterMs: number) => {
    timer ??= setTimeout(() => void refresh(), afterMs);
  };
  let stopped = false;
  return {
    add(stale: readonly QueryKey[]) {
      if (stopped) return;
      for (const key of stale) waiting.set(JSON.stringify(key), key);
      if (!isRefreshing) schedule(stepMs);
    },
    stop: () => {
      stopped = true;
      waiting.clear();
      clearTimeout(timer);
    },
  };
};

/** Opens the live stream of a workspace and keeps it open; returns how to close it. */
const openLive = (workspaceId: string, client: QueryClient): (() => void) => {
  const gathered = gatherer(client);
  let source: EventSource | undefined;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let againTimer: ReturnType<typeof setTimeout> | undefined;
  let broken = false;

  const receive = (change: LiveChange) => {
    if (change.kind === 'mention.removed') {
      dropRemoved(client, workspaceId, change.mentionIds, new Date());
    }
    gathered.add(staleKeys(workspaceId, change));
    for (const listener of listeners) listener(change);
  };
  const connect = () => {
    source = new EventSource(`/api/workspaces/${workspaceId}/live`);
    source.onopen = () => {
      clearTimeout(lostTimer);
      lostTimer = undefined;
      setLost(false);
      // A stream opened anew cannot resume where the old one stopped: load afresh.
      if (broken) receive({ kind: 'reset' });
      // Nor did it tell of what changed since the first screen's answer was asked, before there was a stream.
      else if (wasEarly(inWorkspace(workspaceId, 'today')))
        gathered.add([keys.today(workspaceId), keys.daily(workspaceId)]);
      broken = false;
    };
    source.onerror = () => {
      lostTimer ??= setTimeout(() => setLost(true), lostAfterMs);
      if (source?.readyState !== EventSource.CLOSED) return;
      broken = true;
      againTimer = setTimeout(connect, againAfterMs);
    };
    for (const kind of liveKinds) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        const data = event.data ? (JSON.parse(event.data) as object) : {};
        receive({ ...data, kind } as LiveChange);
      });
    }
  };
  connect();
  return () => {
    source?.close();
    clearTimeout(lostTimer);
    clearTimeout(againTimer);
    gathered.stop();
    setLost(false);
  };
};

/** Keeps a workspace's screens fresh while it is open. Mounted once, by the shell. */
export const useLive = (workspaceId: string): void => {
  const client = useQueryClient();
  useEffect(() => openLive(workspaceId, client), [workspaceId, client]);
};
