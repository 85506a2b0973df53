/** How a deadline stands: not soon, soon (an eighth of the time is left, or an hour), or past. */
export type TimeLeft = { readonly state: 'calm' | 'soon' | 'late'; readonly byMs: number };

const HOUR_MS = 3_600_000;

export const timeLeft = (
  { startedAt, dueAt }: { readonly startedAt: string; readonly dueAt: string },
  now: number,
): TimeLeft => {
  const left = Date.parse(dueAt) - now;
  if (left <= 0) return { state: 'late', byMs: -left };
  const given = Date.parse(dueAt) - Date.parse(startedAt);
  return { state: left <= Math.max(given / 8, HOUR_MS) ? 'soon' : 'calm', byMs: left };
};
