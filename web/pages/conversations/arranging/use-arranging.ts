import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { ApiProblem, describeProblem } from '../../../app/problems.ts';
import { useWorkspace } from '../../../app/session.ts';
import { showToast } from '../../../components/toast/toast.ts';
import type { ThreadSummary } from '../views.ts';
import { words } from './words.ts';

type Arranged = { readonly arrangementId: string; readonly thread: ThreadSummary };
export type Arrangement = {
  readonly id: string;
  readonly kind: 'merge' | 'split';
  readonly byName: string;
  readonly at: string;
  readonly otherIds: readonly string[];
  readonly threadId: string;
  readonly undone: boolean;
};

/** What was joined or divided by hand here. */
export const useArrangements = (threadId: string) => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: [...keys.thread(id, threadId), 'arrangements'],
    queryFn: ({ signal }) =>
      call<{ readonly arrangements: readonly Arrangement[] }>(
        'GET',
        inWorkspace(id, 'threads', threadId, 'arrangements'),
        undefined,
        signal,
      ),
  });
  return data?.arrangements ?? [];
};

/** Joins, divides, and takes either back; says what happened, with the way back beside it. */
export const useArranging = (thread: Pick<ThreadSummary, 'id' | 'version'>) => {
  const w = useWords(words);
  const { id, slug } = useWorkspace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const open = (threadId: string) =>
    void navigate({
      to: '/$slug/conversazioni/$threadId',
      params: { slug, threadId },
      search: (kept) => kept,
    });
  const onError = (error: unknown) =>
    showToast({
      tone: 'bad',
      text: error instanceof ApiProblem && error.code === 'changed' ? w.moved : describeProblem(error).title,
    });
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.allThreads(id) }),
      client.invalidateQueries({ queryKey: keys.threads(id) }),
    ]);
  const undo = useMutation({
    mutationFn: (arrangementId: string) =>
      call<{ readonly threadIds: readonly string[] }>(
        'POST',
        inWorkspace(id, 'arrangements', arrangementId, 'undo'),
        {},
      ),
    onError,
    onSettled,
    onSuccess: () => showToast({ text: w.undone }),
  });
  const back = (arrangementId: string) => ({ label: w.undo, run: () => undo.mutate(arrangementId) });
  const merge = useMutation({
    mutationFn: (others: readonly Pick<ThreadSummary, 'id' | 'version'>[]) =>
      call<Arranged>('POST', inWorkspace(id, 'threads', thread.id, 'merge'), {
        version: thread.version,
        others: others.map((other) => ({ threadId: other.id, version: other.version })),
      }),
    onError,
    onSettled,
    onSuccess: ({ arrangementId }, others) =>
      showToast({ text: w.merged(others.length), action: back(arrangementId) }),
  });
  const split = useMutation({
    mutationFn: (chosen: { readonly mentionIds: readonly string[] } | { readonly from: string }) =>
      call<Arranged>('POST', inWorkspace(id, 'threads', thread.id, 'split'), {
        version: thread.version,
        ...chosen,
      }),
    onError,
    onSettled,
    onSuccess: ({ arrangementId, thread: made }) => {
      showToast({ text: w.divided, action: back(arrangementId) });
      open(made.id);
    },
  });
  return { merge, split, undo };
};
