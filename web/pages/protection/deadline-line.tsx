import { useWords } from '../../app/language.tsx';
import { useDayName } from './use-day-name.ts';
import type { Deadline } from './use-protection.ts';
import { words } from './words.ts';

/** What must be done by when, with the days left: near ones in colour and in words. */
export const DeadlineLine = ({ deadline }: { readonly deadline: Deadline }) => {
  const w = useWords(words);
  const dayName = useDayName();
  const { kind, on, daysLeft } = deadline;
  const isNear = kind !== 'lapses' && daysLeft <= 7;
  return (
    <p className="mt-1 flex flex-wrap gap-x-2 text-small">
      <span>
        {w.deadlines[kind]}: {kind === 'lapses' ? w.since(dayName(on)) : w.by(dayName(on))}
      </span>
      {kind !== 'lapses' && (
        <span className={isNear ? 'font-medium text-bad' : 'text-ink-soft'}>{w.daysLeft(daysLeft)}</span>
      )}
    </p>
  );
};
