import type { Preferences } from './preferences.ts';

/** What the clock of a place shows: its day as 20261122 and the minute of that day. */
export const clockIn = (timeZone: string, at: Date): { readonly day: number; readonly minute: number } => {
  const parts = formatOf(timeZone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return {
    day: part('year') * 10_000 + part('month') * 100 + part('day'),
    minute: part('hour') * 60 + part('minute'),
  };
};

/** A formatter costs more than all that it formats here. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...options });
  formats.set(timeZone, made);
  return made;
};

const MINUTE_MS = 60_000;
/** Minutes: no quiet lasts longer, whatever clocks do meanwhile. */
const LONGEST = 26 * 60;

type Quiet = Pick<Preferences, 'quietFrom' | 'quietUntil'>;

export const isQuiet = ({ quietFrom, quietUntil }: Quiet, minute: number): boolean => {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false;
  return quietFrom < quietUntil
    ? minute >= quietFrom && minute < quietUntil
    : minute >= quietFrom || minute < quietUntil;
};

/** When a person may be told what happens at `at`: then, or once their quiet hours are over, by their own clock. */
export const tellableAt = (quiet: Quiet, timeZone: string, at: Date): Date => {
  if (!isQuiet(quiet, clockIn(timeZone, at).minute)) return at;
  const start = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  for (let minutes = 1; minutes <= LONGEST; minutes += 1) {
    const then = new Date(start + minutes * MINUTE_MS);
    if (!isQuiet(quiet, clockIn(timeZone, then).minute)) return then;
  }
  return at;
};

/** Whether the digest of this day is due, and not sent yet. */
export const isDigestDue = (
  digestHour: number,
  digestDay: number | null,
  timeZone: string,
  now: Date,
): boolean => {
  const { day, minute } = clockIn(timeZone, now);
  return minute >= digestHour * 60 && (digestDay === null || digestDay < day);
};
