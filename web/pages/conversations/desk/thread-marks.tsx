import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import type { ThreadSummary } from '../views.ts';
import { LabelMark } from './label-mark.tsx';
import { useLabels } from './use-desk.ts';
import { words } from './words.ts';

/** What a conversation wears: its labels, and when it comes back if it was put aside. */
export const ThreadMarks = ({ thread }: { readonly thread: ThreadSummary }) => {
  const w = useWords(words);
  const times = useTimes();
  const labels = useLabels();
  const worn = labels.filter(({ id }) => thread.labelIds.includes(id));
  if (worn.length === 0 && !thread.snoozedUntil) return null;
  return (
    <span className="mt-1 flex flex-wrap items-center gap-1">
      {thread.snoozedUntil && (
        <span className="text-accent text-small">
          {w.snoozedShort(`${times.weekday(thread.snoozedUntil)}, ${times.time(thread.snoozedUntil)}`)}
        </span>
      )}
      {worn.map((label) => (
        <LabelMark key={label.id} label={label} />
      ))}
    </span>
  );
};
