import { useQuery } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { CaseState } from '../../care/use-care.ts';
import type { ThreadSummary } from '../views.ts';

export type CaseBeside = {
  readonly id: string;
  readonly number: number;
  readonly state: CaseState;
  readonly product: string | null;
  readonly reportedAt: string;
  readonly endedAt: string | null;
  readonly offers: readonly {
    readonly kind: 'refund' | 'replacement' | 'apology' | 'visit' | 'other';
    readonly costCents: number;
    readonly at: string;
  }[];
  readonly story: 'draft' | 'published' | 'withdrawn' | null;
};

export type Correspondent = {
  readonly contact: { readonly id: string; readonly name: string } | null;
  readonly accounts: number;
  readonly threads: readonly ThreadSummary[];
  readonly hasMore: boolean;
  readonly cases: readonly CaseBeside[] | null;
};

/** Whoever speaks in a conversation, with all their conversations and cases. */
export const useCorrespondent = (threadId: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.thread(id, threadId), 'correspondent'],
    queryFn: ({ signal }) =>
      call<Correspondent>('GET', inWorkspace(id, 'threads', threadId, 'correspondent'), undefined, signal),
    retry: false,
  });
};
