/** The instant that stands for a day given as `2026-11-22`: now when the day is today's, its noon otherwise. */
export const instantOf = (day: string, now: Date): string => {
  const noon = new Date(`${day}T12:00:00`);
  return (day === localDay(now) || Number.isNaN(noon.getTime()) ? now : noon).toISOString();
};

const localDay = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
