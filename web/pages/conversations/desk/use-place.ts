import { useWords } from '../../../app/language.tsx';
import { ApiProblem, describeProblem } from '../../../app/problems.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { type PlaceChange, useOrganise } from '../use-thread.ts';
import type { ThreadSummary } from '../views.ts';
import { words } from '../words.ts';

export type Place = ReturnType<typeof usePlace>;

/** Where this conversation stands, and how to change it; with what to say and how to take it back. */
export const usePlace = (thread: ThreadSummary) => {
  const w = useWords(words);
  const organise = useOrganise(thread.id);
  const say = (error: unknown) =>
    showToast({
      tone: 'bad',
      text: error instanceof ApiProblem && error.status === 409 ? w.moved : describeProblem(error).title,
    });
  const change = (
    wish: PlaceChange,
    told?: { readonly said: string; readonly back: PlaceChange },
    version = thread.version,
  ) =>
    organise.mutate(
      { version, ...wish },
      {
        onError: say,
        onSuccess: (changed) =>
          told &&
          showToast({
            text: told.said,
            action: { label: w.undo, run: () => change(told.back, undefined, changed.version) },
          }),
      },
    );
  return { change, say, isPending: organise.isPending };
};
