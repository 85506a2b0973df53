const zone = 'America/Los_Angeles';
const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
const clockFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' });

/** The day by which Google counts (https://developers.google.com/youtube/v3/determine_quota_cost: "reset at midnight Pacific Time"), YYYY-MM-DD. PURE. */
export const pacificDay = (now: Date): string => format.format(now);

/** Milliseconds until Google counts anew, a minute over; when the clocks change there it may be an hour off. PURE. */
export const untilMidnightPacific = (now: Date): number => {
  const [hours = 0, minutes = 0, seconds = 0] = clockFormat.format(now).split(':').map(Number);
  return (86_400 - (hours * 3_600 + minutes * 60 + seconds) + 60) * 1_000;
};
