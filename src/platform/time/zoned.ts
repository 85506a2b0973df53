/** An instant as the clock on a wall shows it. `minutes` are those since midnight by that clock; `weekday` 0 is Monday. */
export type WallTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly minutes: number;
  readonly weekday: number;
};

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
};

const MINUTE_MS = 60_000;
const MOST_KNOWN = 10_000;
const offsets = new Map<string, number>();

/** By how many milliseconds the wall clock is ahead of UTC at that instant. Clocks are moved at whole minutes: one question a minute. */
export const offsetAt = (at: number, timeZone: string): number => {
  const minute = Math.floor(at / MINUTE_MS);
  const key = `${minute} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= MOST_KNOWN) offsets.clear();
  const offset = askOffset(minute * MINUTE_MS, timeZone);
  offsets.set(key, offset);
  return offset;
};

const askOffset = (whole: number, timeZone: string): number => {
  const parts = formatOf(timeZone).formatToParts(whole);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - whole;
};

/** What the wall clock of a place (IANA name) shows. */
export const wallTimeOf = (at: Date, timeZone: string): WallTime => {
  const local = new Date(at.getTime() + offsetAt(at.getTime(), timeZone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
    weekday: (local.getUTCDay() + 6) % 7,
  };
};

/**
 * When a wall clock shows this. A time that is skipped when clocks go forward is the instant as far after the jump as it
 * lay in the gap; of one that comes twice when they go back it is the first. Days and minutes beyond their range carry over.
 */
export const instantAt = (
  { year, month, day, minutes }: Omit<WallTime, 'weekday'>,
  timeZone: string,
): Date => {
  const shown = Date.UTC(year, month - 1, day, 0, minutes);
  const before = offsetAt(shown - 86_400_000, timeZone);
  const after = offsetAt(shown + 86_400_000, timeZone);
  const fits = [before, after]
    .map((offset) => shown - offset)
    .filter((at) => at + offsetAt(at, timeZone) === shown);
  return new Date(fits.length > 0 ? Math.min(...fits) : shown - before);
};
