const DAY_MS = 24 * 3_600_000;

/** When a line was said: so many days before the demonstration opens, at an hour of Rome, and never in the future. */
export const saidAt = (line: { readonly daysAgo: number; readonly hour: string }, now: Date): Date => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(
    now.getTime() - line.daysAgo * DAY_MS,
  );
  const [hours = '0', minutes = '0'] = line.hour.split(':');
  const asIfUtc = Date.parse(`${day}T${hours.padStart(2, '0')}:${minutes}:00Z`);
  const instant = new Date(asIfUtc - offsetOfRome(asIfUtc));
  return instant < now ? instant : new Date(now.getTime() - minutesFor(line.hour) * 60_000);
};

/** What would be later today has just been said instead, keeping the order of the day. */
const minutesFor = (hour: string): number => 4 + (24 - Number(hour.split(':')[0])) * 2;

const offsetOfRome = (utc: number): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Rome',
    timeZoneName: 'longOffset',
  }).formatToParts(utc);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT+01:00';
  const hours = Number(/GMT([+-]\d{2})/.exec(name)?.[1] ?? 1);
  return hours * 3_600_000;
};
