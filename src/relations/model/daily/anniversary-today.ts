const DAY = 86_400_000;
/** Whoever did not look on the very day may still be glad of it for so many days. */
const STILL = 2;

/**
 * How many whole years ago `since` was, if its day comes round on `day` or came in the two days before; null otherwise.
 * Both are YYYY-MM-DD. The 29th of February comes round on the 28th in a common year.
 */
export const yearsSince = (since: string, day: string): number | null => {
  const [from, today] = [parseDay(since), parseDay(day)];
  if (from === null || today === null) return null;
  for (const year of [today.getUTCFullYear(), today.getUTCFullYear() - 1]) {
    const late = (today.getTime() - roundOf(from, year)) / DAY;
    const years = year - from.getUTCFullYear();
    if (late >= 0 && late <= STILL && years >= 1) return years;
  }
  return null;
};

const roundOf = (from: Date, year: number): number => {
  const round = new Date(Date.UTC(year, from.getUTCMonth(), from.getUTCDate()));
  return round.getUTCMonth() === from.getUTCMonth() ? round.getTime() : round.getTime() - DAY;
};

const parseDay = (day: string): Date | null => {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
};
