import { parseDate } from '../parse-date.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * A date as files write it, as ISO 8601 in UTC: ISO and mail forms, seconds or milliseconds since 1970, and day, month and
 * year with strokes, points or dashes (`order` says which comes first), 12 or 24 hours. What names no zone is in `zone`.
 */
export const readWhen = (text: string, zone: string, order: DateOrder = 'dmy'): string | undefined => {
  const said = text
    .normalize('NFKC')
    .replace(/[\u200e\u200f]/g, '')
    .trim();
  if (said === '' || said.length > 100) return undefined;
  if (/^\d{9,10}(\.\d+)?$/.test(said)) return instant(Number(said) * 1000);
  if (/^\d{12,13}$/.test(said)) return instant(Number(said));
  return readNumbers(said, zone, order) ?? readIsoWithoutZone(said, zone) ?? parseDate(said);
};

const numbers =
  /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:,?\s*(?:(?:alle|at|ore)\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?\s*m?\.?)?$/i;

const readNumbers = (said: string, zone: string, order: DateOrder): string | undefined => {
  const match = numbers.exec(said);
  if (!match) return undefined;
  const [, one = '', two = '', three = '', hour = '0', minute = '0', second = '0', half] = match;
  const parts = placed(one, two, three, order);
  if (!parts) return undefined;
  return localInstant(
    { ...parts, hour: clockHour(Number(hour), half), minute: +minute, second: +second },
    zone,
  );
};

const placed = (one: string, two: string, three: string, order: DateOrder) => {
  if (one.length === 4) return { year: +one, month: +two, day: +three };
  if (one.length > 2 || three.length === 1 || three.length === 3) return undefined;
  if (order === 'ymd' && three.length === 2) return { year: 2000 + +one, month: +two, day: +three };
  const year = three.length === 2 ? 2000 + +three : +three;
  const isMonthFirst = order === 'mdy' ? +one <= 12 : +two > 12 && +one <= 12;
  return isMonthFirst ? { year, month: +one, day: +two } : { year, month: +two, day: +one };
};

const clockHour = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
};

const iso = /^(\d{4})-(\d\d)-(\d\d)[T\s]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?$/;

const readIsoWithoutZone = (said: string, zone: string): string | undefined => {
  const match = iso.exec(said);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return localInstant({ year, month, day, hour, minute, second }, zone);
};

type Local = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** A wall clock's time in a zone. Of an hour that comes twice in autumn it is the first, of one that is left out in spring the one after. */
export const localInstant = (local: Local, zone: string): string | undefined => {
  const { year, month, day, hour, minute, second } = local;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(wall);
  const isReal =
    back.getUTCDate() === day && back.getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 60;
  if (!isReal) return undefined;
  const first = wall - offsetAt(wall - offsetAt(wall, zone), zone);
  const earlier = wall - offsetAt(first - 3_600_000, zone);
  return instant(earlier + offsetAt(earlier, zone) === wall ? Math.min(earlier, first) : first);
};

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

const instant = (time: number): string | undefined =>
  time >= earliest && time < latest ? new Date(time).toISOString() : undefined;

const clocks = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, number>();

/** Milliseconds that a zone is ahead of UTC. Kept by the quarter of an hour: asking costs a hundred times more. */
const offsetAt = (time: number, zone: string): number => {
  const quarter = Math.floor(time / 900_000);
  const key = `${zone} ${quarter}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const offset = askOffset(quarter * 900_000, zone);
  if (known.size > 50_000) known.clear();
  known.set(key, offset);
  return offset;
};

const askOffset = (time: number, zone: string): number => {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(new Date(time))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - time;
};

/** A zone that does not exist counts as that of the companies we are made for. */
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const made = clocks.get(zone);
  if (made) return made;
  const clock = makeClock(zone) ?? (makeClock('Europe/Rome') as Intl.DateTimeFormat);
  if (clocks.size < 1_000) clocks.set(zone, clock);
  return clock;
};

const makeClock = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    return undefined;
  }
};
