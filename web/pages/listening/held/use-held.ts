import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HeldView } from '../../../../src/listening/model/held-view.ts';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';

export type { HeldView };
export type HeldState = 'waiting' | 'refused';
type HeldPage = {
  readonly held: readonly HeldView[];
  readonly next: string | null;
  readonly waiting: number;
};

export const useHeld = (state: HeldState) => {
  const { id } = useWorkspace();
  const result = useInfiniteQuery({
    queryKey: [...keys.held(id), state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<HeldPage>(
        'GET',
        inWorkspace(id, 'held') + query({ state, before: pageParam, limit: 50 }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const held = useMemo(() => result.data?.pages.flatMap((page) => page.held) ?? [], [result.data]);
  return { ...result, held };
};

/** How many wait to be looked at, for the way in. */
export const useWaitingCount = (): number => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: [...keys.held(id), 'count'],
    queryFn: ({ signal }) =>
      call<HeldPage>('GET', inWorkspace(id, 'held') + query({ limit: 1 }), undefined, signal),
  });
  return data?.waiting ?? 0;
};

export type Decision =
  | { readonly verb: 'approve' | 'put-back' }
  | { readonly verb: 'refuse'; readonly as: 'spam' | 'unwanted' };

/** Lets in, turns away, or takes that back. */
export const useDecide = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, decision }: { readonly ids: readonly string[]; readonly decision: Decision }) => {
      const { verb, ...more } = decision;
      return call<{ changed: number }>('POST', inWorkspace(id, 'held', verb), { ids, ...more });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.held(id) }),
        client.invalidateQueries({ queryKey: keys.mentions(id) }),
      ]),
  });
};
