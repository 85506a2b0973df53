import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { useCurrentCrisis } from './use-crisis.ts';
import { words } from './words.ts';

/** In the composer while a crisis is on: what everybody says, ready to be put in. */
export const CrisisGuide = ({ onInsert }: { readonly onInsert: (line: string) => void }) => {
  const w = useWords(words);
  const on = useCurrentCrisis()?.on;
  if (!on) return null;
  const { line } = on;
  return (
    <aside aria-label={w.guide} className="rounded-md border-bad border-l-2 bg-sunk px-3 py-2">
      <p className="flex flex-wrap items-center justify-between gap-2 text-small">
        <span className="font-medium">{w.guide}</span>
        {line && (
          <Button size="small" onPress={() => onInsert(line)}>
            {w.insert}
          </Button>
        )}
      </p>
      <p dir="auto" className="whitespace-pre-wrap break-words font-serif text-read">
        {line ?? w.noLine}
      </p>
      <p className="text-ink-soft text-small">{w.everyAnswer}</p>
    </aside>
  );
};
