import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Section } from '../../../components/page/page.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useImports, useUndoImport } from './use-import.ts';
import { words } from './words.ts';

/** What was brought in before, each with the way to take it back. */
export const PastImports = () => {
  const w = useWords(words);
  const times = useTimes();
  const mayUndo = useMay()('relations.manage');
  const { data } = useImports();
  const undo = useUndoImport();
  if (!data || data.imports.length === 0) return null;
  return (
    <div className="mt-10">
      <Section title={w.past} lead={w.pastLead}>
        {undo.error && <ErrorNote error={undo.error} className="mb-3" />}
        <ul className="flex max-w-read flex-col">
          {data.imports.map(({ id, at, name, kind, added, undoneAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-3">
              <span className="min-w-0 flex-1">
                <bdi className="font-medium">{name || w.kinds[kind]}</bdi>
                <span className="block text-ink-soft text-small">
                  {undoneAt ? w.undone(times.ago(undoneAt)) : w.brought(times.number(added), times.ago(at))}
                </span>
              </span>
              {mayUndo && !undoneAt && (
                <Button
                  size="small"
                  isPending={undo.isPending && undo.variables === id}
                  onPress={() =>
                    undo.mutate(id, {
                      onSuccess: ({ removed, kept }) =>
                        showToast({ text: w.takenBack(times.number(removed), times.number(kept)) }),
                    })
                  }
                >
                  {w.undo}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
};
