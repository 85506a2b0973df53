import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../app/language.tsx';
import { describeProblem } from '../../app/problems.ts';
import { showToast } from '../../components/toast/toast.ts';
import { useRefreshContacts } from './use-contacts.ts';
import { words } from './words.ts';

/** Says what went wrong at the edge of the screen. */
export const sayProblem = (problem: unknown): void => {
  showToast({ tone: 'bad', text: describeProblem(problem).title });
};

/**
 * Does something and says so with the way back, which stands even when what was pressed is no longer on the screen.
 */
export const useUndoable = ({
  told,
  act,
  undo,
}: {
  readonly told: string;
  readonly act: () => Promise<unknown>;
  readonly undo: () => Promise<unknown>;
}) => {
  const w = useWords(words);
  const refresh = useRefreshContacts();
  const takeBack = () => {
    undo().then(refresh, sayProblem);
  };
  return useMutation({
    mutationFn: act,
    onError: sayProblem,
    onSuccess: () => {
      showToast({ text: told, action: { label: w.undo, run: takeBack } });
      return refresh();
    },
  });
};
