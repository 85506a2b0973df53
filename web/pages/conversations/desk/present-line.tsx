import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { useMemberNames } from '../use-members.ts';
import type { Present } from './use-presence.ts';
import { words } from './words.ts';

/** Which colleagues read and write here at this moment. */
export const PresentLine = ({ others }: { readonly others: readonly Present[] }) => {
  const w = useWords(words);
  const times = useTimes();
  const names = useMemberNames();
  const named = (doing: Present['doing']) =>
    others.filter((one) => one.doing === doing).flatMap(({ personId }) => names.get(personId) ?? []);
  const [writing, reading] = [named('writing'), named('reading')];
  return (
    <p aria-live="polite" className="text-small">
      {writing.length > 0 && (
        <span className="text-accent">{w.writing(times.list(writing), writing.length)} </span>
      )}
      {reading.length > 0 && (
        <span className="text-ink-soft">{w.reading(times.list(reading), reading.length)}</span>
      )}
    </p>
  );
};
