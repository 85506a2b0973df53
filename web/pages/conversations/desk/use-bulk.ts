import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import type { ConversationsSearch } from '../../../app/routes/conversations.ts';
import { useWorkspace } from '../../../app/session.ts';
import { readingQuery } from '../../../components/reading/reading-query.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { viewOf } from '../use-threads.ts';
import { words } from './words.ts';

export type Bulk = {
  readonly id: string;
  readonly state: 'running' | 'stopped' | 'done' | 'undoing' | 'undone';
  readonly total: number;
  readonly counts: Readonly<Record<'waiting' | 'applied' | 'same' | 'gone' | 'undone' | 'kept', number>>;
};

export type BulkWish =
  | { readonly kind: 'read' | 'unread' }
  | {
      readonly kind: 'organise';
      readonly status?: 'open' | 'done';
      readonly assigneeId?: string | null;
      readonly teamId?: string | null;
      readonly snoozedUntil?: string;
      readonly addLabels?: readonly string[];
    };

export type BulkTarget = { readonly threadIds: readonly string[] } | { readonly all: object };

/** All that the list shows now, as the server knows it. */
export const allOf = (search: ConversationsSearch): BulkTarget => ({
  all: {
    view: viewOf(search),
    ...(search.canale ? { channel: search.canale } : {}),
    ...(search.gruppo ? { team: search.gruppo } : {}),
    ...(search.etichetta ? { label: search.etichetta } : {}),
    ...(search.nonletti ? { unread: true } : {}),
    ...(search.cerca ? { q: search.cerca } : {}),
    ...asked(readingQuery(search)),
  },
});

/** Without what is not asked. */
const asked = (filter: object): object =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value));

const goesOn = (bulk: Bulk | undefined): boolean => bulk?.state === 'running' || bulk?.state === 'undoing';

/** One wish for many: begun, watched while it goes on, stopped, taken back. */
export const useBulk = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const [current, setCurrent] = useState<Bulk>();
  const refresh = () => client.invalidateQueries({ queryKey: keys.threads(id) });
  const onError = (error: unknown) => showToast({ tone: 'bad', text: describeProblem(error).title });
  const order = useMutation({
    mutationFn: ({ bulkId, wish }: { readonly bulkId: string; readonly wish: 'stop' | 'undo' }) =>
      call<Bulk>('POST', inWorkspace(id, 'bulk', bulkId, wish), {}),
    onError,
    onSuccess: (bulk, { wish }) => {
      setCurrent(bulk);
      if (wish === 'undo') showToast({ text: w.bulkUndone(bulk.counts.undone, bulk.counts.kept) });
      void refresh();
    },
  });
  const undo = (bulkId: string) => order.mutate({ bulkId, wish: 'undo' });
  const start = useMutation({
    mutationFn: (body: { readonly wish: BulkWish } & BulkTarget) =>
      call<Bulk>('POST', inWorkspace(id, 'bulk'), body),
    onError,
    onSuccess: (bulk) => {
      setCurrent(bulk);
      showToast({
        text: w.bulkDone(bulk.total),
        lasting: 20_000,
        action: { label: w.takeBack, run: () => undo(bulk.id) },
      });
      void refresh();
    },
  });
  const { data } = useQuery({
    queryKey: [...keys.desk(id), 'bulk', current?.id],
    queryFn: ({ signal }) => call<Bulk>('GET', inWorkspace(id, 'bulk', current?.id ?? ''), undefined, signal),
    enabled: goesOn(current),
    refetchInterval: ({ state }) => (goesOn(state.data ?? current) ? 1_000 : false),
  });
  const latest = data?.id === current?.id ? (data ?? current) : current;
  return {
    running: goesOn(latest) ? latest : undefined,
    isPending: start.isPending,
    begin: (wish: BulkWish, target: BulkTarget) => start.mutate({ wish, ...target }),
    stop: (bulkId: string) => order.mutate({ bulkId, wish: 'stop' }),
    undo,
  };
};
