import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWorkspace } from '../../app/session.ts';
import type { MentionView } from '../listening/use-listening.ts';

export type CaseState =
  | 'reported'
  | 'acknowledged'
  | 'understood'
  | 'offered'
  | 'resolved'
  | 'confirmed'
  | 'reopened'
  | 'closed'
  | 'unfounded'
  | 'handed-over'
  | 'undone';
export type Step =
  | 'acknowledge'
  | 'understand'
  | 'offer'
  | 'resolve'
  | 'confirm'
  | 'reopen'
  | 'close'
  | 'find-unfounded'
  | 'hand-over'
  | 'undo'
  | 'restore';
export type CaseView = 'open' | 'mine' | 'overdue' | 'ended' | 'undone' | 'all';
export type Gravity = 1 | 2 | 3 | 4;

export type CaseSummary = {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly state: CaseState;
  readonly openedBy: 'hand' | 'language';
  readonly channel: string;
  readonly gravity: Gravity;
  readonly reportedAt: string;
  readonly firstAnswerAt: string | null;
  readonly endedAt: string | null;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly causeId: string | null;
  readonly causeName: string | null;
  readonly product: string | null;
  readonly mentions: number;
  readonly people: number;
};
export type ListedCase = CaseSummary & {
  readonly preview: string | null;
  readonly authorName: string | null;
};
export type HistoryLine = {
  readonly version: number;
  readonly at: string;
  readonly personName: string | null;
  readonly side: 'public' | 'private';
  readonly kind: string;
  readonly text: string | null;
  readonly facts: Readonly<Record<string, string>>;
};
export type CaseDetail = Omit<CaseSummary, 'mentions'> & {
  readonly batch: string | null;
  readonly orderReference: string | null;
  readonly mentionCount: number;
  readonly costCents: number;
  readonly gravityReasons: readonly { readonly rule: string; readonly because: string }[];
  readonly gravityChosen: Gravity | null;
  readonly steps: readonly Step[];
  readonly threads: readonly string[];
  readonly mentions: readonly MentionView[];
  readonly nextMentions: string | null;
  readonly suggestedCauses: readonly { readonly id: string; readonly name: string }[];
  readonly story: {
    readonly basis: 'consent' | 'nobody-named';
    readonly state: 'draft' | 'published' | 'withdrawn';
    readonly italian: string;
    readonly english: string;
    readonly withdrawnFor: string | null;
  } | null;
  readonly history: readonly HistoryLine[];
};

type CasePage = {
  readonly cases: readonly ListedCase[];
  readonly counts: { readonly open: number; readonly mine: number; readonly overdue: number };
  readonly next: string | null;
};

export const useCases = (view: CaseView, search: string) => {
  const { id } = useWorkspace();
  const result = useInfiniteQuery({
    queryKey: [...keys.care(id), 'list', view, search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<CasePage>(
        'GET',
        inWorkspace(id, 'cases') + query({ view, search: search || null, before: pageParam }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.next,
  });
  return {
    ...result,
    cases: result.data?.pages.flatMap(({ cases }) => cases) ?? [],
    counts: result.data?.pages[0]?.counts,
  };
};

export const useCase = (caseId: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.care(id), 'one', caseId],
    queryFn: ({ signal }) => call<CaseDetail>('GET', inWorkspace(id, 'cases', caseId), undefined, signal),
  });
};

/** Something of this room that is read whole. */
export const useCareRead = <Read>(...path: readonly string[]) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.care(id), ...path],
    queryFn: ({ signal }) => call<Read>('GET', inWorkspace(id, ...path), undefined, signal),
  });
};

type Change = {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: readonly string[];
  readonly body?: unknown;
};

/** Changes something of this room; whatever of it is shown is then read again. */
export const useCareChange = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      call<{ readonly caseId?: string; readonly mentions?: number }>(method, inWorkspace(id, ...path), body),
    // Also after a refusal: somebody was quicker, and the screen must show what they did.
    onSettled: () => client.invalidateQueries({ queryKey: keys.care(id) }),
  });
};
