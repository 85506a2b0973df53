import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useMay } from '../../../app/session.ts';
import { ChoiceRow } from '../../../components/checkbox/choice-row.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Skeleton } from '../../../components/skeleton/skeleton.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useChoices, useChoose } from './use-learning.ts';
import { strictnesses } from './views.ts';
import { words } from './words.ts';

/** How much the company wants to be told of its own drafts. */
export const ToneChoice = () => {
  const w = useWords(words);
  const may = useMay();
  const { data, error, isPending, refetch } = useChoices();
  const choose = useChoose();
  if (isPending) return <Skeleton className="h-20 w-full" />;
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <ChoiceRow
      label={w.strictness}
      value={choose.variables && choose.isPending ? choose.variables.toneStrictness : data.toneStrictness}
      isDisabled={!may('language.manage')}
      onChange={(toneStrictness) =>
        choose.mutate(
          { toneStrictness },
          {
            onSuccess: () => showToast({ tone: 'good', text: w.toneSaved }),
            onError: (problem) => showToast({ tone: 'bad', text: describeProblem(problem).title }),
          },
        )
      }
      choices={strictnesses.map((value) => ({ value, label: w.strictnesses[value] }))}
    />
  );
};
