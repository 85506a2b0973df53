import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { useUndoMerge } from '../merge/use-merge.ts';
import type { ContactDetail } from '../views.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

/** Which entries were put together here, why, and the way back. */
export const Merges = ({ merges }: { readonly merges: ContactDetail['merges'] }) => {
  const w = useWords(words);
  const times = useTimes();
  const may = useMay();
  const undo = useUndoMerge(w.splitDone);
  const standing = merges.filter(({ undoneAt }) => undoneAt === null);
  if (standing.length === 0) return null;
  return (
    <Part title={w.merges}>
      <ul className="flex flex-col gap-3">
        {standing.map((merge) => (
          <li key={merge.id}>
            <p>
              {merge.absorbedName
                ? w.mergedAs(merge.absorbedName, times.dateYear(merge.at))
                : w.mergedAt(times.dateYear(merge.at))}{' '}
              <span className="text-ink-soft">{merge.reason}</span>
            </p>
            {may('relations.manage') && (
              <Button
                size="small"
                weight="quiet"
                className="-ml-3"
                isPending={undo.isPending}
                onPress={() => undo.mutate(merge.id)}
              >
                {w.splitAgain}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
};
