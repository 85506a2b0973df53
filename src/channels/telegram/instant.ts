import { parseDate } from '../parse-date.ts';

/** Unix seconds as ISO 8601; undefined for what is absurd or lies after `now`. */
export const instantOf = (seconds: number | undefined, now: string | undefined): string | undefined =>
  seconds !== undefined && Number.isSafeInteger(seconds) && seconds > 0 && seconds < 5e9
    ? parseDate(new Date(seconds * 1_000).toISOString(), now)
    : undefined;
