import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWorkspace } from '../../app/session.ts';
import type { ThreadDetail, ThreadSummary } from './views.ts';

export const threadQuery = (workspaceId: string, threadId: string) =>
  queryOptions({
    queryKey: keys.thread(workspaceId, threadId),
    queryFn: ({ signal }) =>
      call<ThreadDetail>('GET', inWorkspace(workspaceId, 'threads', threadId), undefined, signal),
  });

export const useThread = (threadId: string) => {
  const { id } = useWorkspace();
  return useQuery(threadQuery(id, threadId));
};

/** What a change made stale, refreshed at once: the live stream would tell us a moment later anyway. */
export const useRefresh = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return (threadId: string) =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.thread(id, threadId) }),
      client.invalidateQueries({ queryKey: keys.threads(id) }),
      client.invalidateQueries({ queryKey: keys.today(id) }),
    ]);
};

export type PlaceChange = {
  readonly status?: 'open' | 'done';
  readonly assigneeId?: string | null;
  readonly teamId?: string | null;
  readonly snoozedUntil?: string | null;
  readonly labelIds?: readonly string[];
};

type Organise = PlaceChange & { readonly version: number };

/**
 * One change after the other, each on what the one before left: two keys in a row are no clash with oneself, and a
 * colleague's change in between still is.
 */
export const useOrganise = (threadId: string) => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const refresh = useRefresh();
  const mine = useRef(new Map<number, number>());
  const latest = (version: number): number => {
    const next = mine.current.get(version);
    return next === undefined ? version : latest(next);
  };
  return useMutation({
    scope: { id: `organise-${threadId}` },
    mutationFn: async ({ version, ...change }: Organise) => {
      const from = latest(version);
      const changed = await call<ThreadSummary>('PATCH', inWorkspace(id, 'threads', threadId), {
        ...change,
        version: from,
      });
      if (changed.version !== from) mine.current.set(from, changed.version);
      return changed;
    },
    onSuccess: (thread) =>
      client.setQueryData<ThreadDetail>(keys.thread(id, threadId), (known) => known && { ...known, thread }),
    onSettled: () => void refresh(threadId),
  });
};

export const useMarkUnread = (threadId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => call('POST', inWorkspace(id, 'threads', threadId, 'unread'), {}),
    onSettled: () => refresh(threadId),
  });
};

/** Looking at a thread reads it: up to its latest activity, while the window is in front. */
export const useReadWhileOpen = (thread: ThreadSummary | undefined): void => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const threadId = thread?.id;
  const until = thread?.lastActivityAt;
  const unread = thread?.unread;
  useEffect(() => {
    if (!threadId || !until || !unread) return;
    const read = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', read);
      void call('POST', inWorkspace(id, 'threads', threadId, 'read'), { until }).then(() =>
        client.invalidateQueries({ queryKey: keys.threads(id) }),
      );
    };
    document.addEventListener('visibilitychange', read);
    read();
    return () => document.removeEventListener('visibilitychange', read);
  }, [id, client, threadId, until, unread]);
};
