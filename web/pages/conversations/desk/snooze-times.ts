import { instantAt, wallTimeOf } from '../../../../src/platform/time/zoned.ts';

export type SnoozeTime = { readonly id: 'later' | 'tomorrow' | 'monday' | 'week'; readonly at: string };

const NINE = 9 * 60;
const HOUR_MS = 3_600_000;

/** When people usually want something back, on the clock of their place. Each once, soonest first. */
export const snoozeTimes = (now: Date, timeZone: string): readonly SnoozeTime[] => {
  const wall = wallTimeOf(now, timeZone);
  const atNine = (days: number) =>
    instantAt({ ...wall, day: wall.day + days, minutes: NINE }, timeZone).toISOString();
  const inThree = new Date(Math.ceil((now.getTime() + 3 * HOUR_MS) / (HOUR_MS / 4)) * (HOUR_MS / 4));
  const isToday = wallTimeOf(inThree, timeZone).day === wall.day;
  const toMonday = 7 - wall.weekday;
  return [
    ...(isToday ? [{ id: 'later' as const, at: inThree.toISOString() }] : []),
    { id: 'tomorrow', at: atNine(1) },
    ...(toMonday > 1 && toMonday < 7 ? [{ id: 'monday' as const, at: atNine(toMonday) }] : []),
    { id: 'week', at: atNine(7) },
  ];
};
