import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { inWorkspace } from './api.ts';
import { dropRemoved } from './drop-removed.ts';
import { wasEarly } from './early.ts';
import { gatherStale } from './gather-stale.ts';
import { keys } from './keys.ts';
import { type LiveChange, liveKinds } from './live-changes.ts';
import { staleKeys } from './stale-keys.ts';

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

/** Opens the live stream of a workspace and keeps it open; returns how to close it. */
const openLive = (workspaceId: string, client: QueryClient): (() => void) => {
  const gathered = gatherStale(client);
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
