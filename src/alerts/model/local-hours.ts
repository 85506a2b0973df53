import { isItalianHoliday } from '../../platform/time/italian-holidays.ts';

/** Whole hours since 1970 in UTC: the grid on which everything is counted. */
export type HourIndex = number;

export const HOUR_MS = 3_600_000;

export const hourOf = (at: Date): HourIndex => Math.floor(at.getTime() / HOUR_MS);

/** An hour as the company's clock shows it. */
type LocalHour = {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  /** Year, month and day as one number, such as 20261122. */
  readonly day: number;
  readonly isHoliday: boolean;
};

export type LocalHours = (hour: HourIndex) => LocalHour;

/**
 * Hours of UTC as hours of a place (IANA name). When clocks go back, two hours of the day have the same name and both count as it;
 * when they go forward, one has none. In zones that are not whole hours away an hour belongs to where it begins.
 */
export const createLocalHours = (timeZone: string): LocalHours => {
  const minutesAhead = createOffsets(timeZone);
  const known = new Map<HourIndex, LocalHour>();
  return (hour) => {
    const found = known.get(hour);
    if (found) return found;
    const local = new Date(hour * HOUR_MS + minutesAhead(hour) * 60_000);
    const [year, month, date] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
    const made = {
      weekday: (local.getUTCDay() + 6) % 7,
      hour: local.getUTCHours(),
      day: year * 10_000 + month * 100 + date,
      isHoliday: isItalianHoliday(year, month, date),
    };
    known.set(hour, made);
    return made;
  };
};

/** Asking the time zone is slow: once where a day begins, hour by hour only on the days when clocks are moved. */
const createOffsets = (timeZone: string): ((hour: HourIndex) => number) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const ask = (hour: HourIndex): number => {
    const parts = format.formatToParts(hour * HOUR_MS);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return Math.round((shown - hour * HOUR_MS) / 60_000);
  };
  const starts = new Map<number, number>();
  const atStart = (day: number): number => {
    const known = starts.get(day) ?? ask(day * 24);
    starts.set(day, known);
    return known;
  };
  return (hour) => {
    const day = Math.floor(hour / 24);
    const offset = atStart(day);
    return offset === atStart(day + 1) ? offset : ask(hour);
  };
};
