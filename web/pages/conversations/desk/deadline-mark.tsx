import { useEffect, useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { useDuration } from '../use-duration.ts';
import type { ThreadSummary } from '../views.ts';
import { timeLeft } from './time-left.ts';
import { words } from './words.ts';

/** By when they shall hear from us, in words: "entro le 16:00", "in ritardo di 2 ore". */
export const DeadlineMark = ({ deadline }: { readonly deadline: NonNullable<ThreadSummary['deadline']> }) => {
  const w = useWords(words);
  const times = useTimes();
  const duration = useDuration();
  const now = useMinute();
  const { state } = timeLeft(deadline, now);
  const { dueAt } = deadline;
  const when =
    times.dayOf(dueAt) === times.dayOf(now)
      ? w.byTime(times.time(dueAt))
      : times.dayOf(dueAt) === times.dayOf(now + 24 * 3_600_000)
        ? w.byTomorrow(times.time(dueAt))
        : w.byDay(times.weekdayShort(dueAt));
  const ink = state === 'late' ? 'text-bad font-medium' : state === 'soon' ? 'text-accent' : 'text-ink-soft';
  return (
    <time dateTime={dueAt} className={`shrink-0 ${ink}`}>
      {state === 'late' ? w.late(duration(dueAt, now)) : when}
    </time>
  );
};

/** The time, told anew each minute. */
const useMinute = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
};
