import type { DeskHours } from './desk-hours.ts';
import { isItalianHoliday } from './italian-holidays.ts';
import { instantAt, type WallTime, wallTimeOf } from './zoned.ts';

/** Counts only the minutes at which a desk is open. */
export type WorkingTime = {
  /** When so many working minutes after `start` are over. */
  add(start: Date, minutes: number): Date;
  /**
   * The same hour so many open days later; the days in between on which nobody is there do not count. Where that day is not
   * open at that hour: when it opens next, and after its last hour when it closes.
   */
  addDays(start: Date, days: number): Date;
  /** Working minutes between two instants, 0 when `end` is not after `start`. */
  between(start: Date, end: Date): number;
};

type Span = { readonly from: number; readonly to: number };
type Day = Pick<WallTime, 'year' | 'month' | 'day'>;

const MINUTE_MS = 60_000;
/** A desk that is not open once in this many days is taken to be always open: nobody waits for ever. */
const LONGEST_CLOSED = 400;
const FURTHEST = 4_000;

/**
 * By the wall clock of a place (IANA name): spans keep their hours when clocks are moved, and a span with the hour that
 * is skipped or repeated inside is an hour shorter or longer.
 */
export const createWorkingTime = (hours: DeskHours, timeZone: string): WorkingTime => {
  const known = new Map<string, readonly Span[]>();
  const spansOn = (first: Day, offset: number): readonly Span[] => {
    const date = new Date(Date.UTC(first.year, first.month - 1, first.day + offset));
    const key = date.toISOString().slice(0, 10);
    const found = known.get(key);
    if (found) return found;
    const made = isClosed(hours, key) ? [] : openSpans(hours, date, timeZone);
    known.set(key, made);
    return made;
  };
  return {
    add: (start, minutes) => {
      const first = wallTimeOf(start, timeZone);
      let left = minutes * MINUTE_MS;
      let closed = 0;
      for (let offset = 0; offset < FURTHEST && closed < LONGEST_CLOSED; offset += 1) {
        const spans = spansOn(first, offset);
        closed = spans.length === 0 ? closed + 1 : 0;
        for (const { from, to } of spans) {
          const begin = Math.max(from, start.getTime());
          if (begin >= to) continue;
          if (left <= to - begin) return new Date(begin + left);
          left -= to - begin;
        }
      }
      return new Date(start.getTime() + minutes * MINUTE_MS);
    },
    addDays: (start, days) => {
      const first = wallTimeOf(start, timeZone);
      let left = days;
      let closed = 0;
      for (let offset = 1; offset < FURTHEST && closed < LONGEST_CLOSED; offset += 1) {
        const spans = spansOn(first, offset);
        closed = spans.length === 0 ? closed + 1 : 0;
        if (spans.length > 0) left -= 1;
        if (left > 0 || spans.length === 0) continue;
        const sameHour = instantAt({ ...first, day: first.day + offset }, timeZone).getTime();
        const at = spans.find(({ to }) => sameHour <= to) ?? { from: spans.at(-1)?.to ?? sameHour };
        return new Date(Math.max(at.from, 'to' in at ? sameHour : at.from));
      }
      return new Date(start.getTime() + days * 24 * 60 * MINUTE_MS);
    },
    between: (start, end) => {
      const first = wallTimeOf(start, timeZone);
      let sum = 0;
      for (let offset = 0; offset < FURTHEST; offset += 1) {
        const day = Date.UTC(first.year, first.month - 1, first.day + offset - 1);
        if (day > end.getTime()) break;
        for (const { from, to } of spansOn(first, offset))
          sum += Math.max(0, Math.min(to, end.getTime()) - Math.max(from, start.getTime()));
      }
      return Math.round(sum / MINUTE_MS);
    },
  };
};

const isClosed = (hours: DeskHours, date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return (
    hours.closedDays.includes(date) ||
    hours.patronDay === date.slice(5) ||
    (hours.holidays && isItalianHoliday(year, month, day))
  );
};

const openSpans = ({ week }: DeskHours, date: Date, timeZone: string): readonly Span[] => {
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return (week[(date.getUTCDay() + 6) % 7] ?? [])
    .map(({ from, to }) => ({
      from: instantAt({ ...day, minutes: from }, timeZone).getTime(),
      to: instantAt({ ...day, minutes: to }, timeZone).getTime(),
    }))
    .filter(({ from, to }) => from < to);
};
