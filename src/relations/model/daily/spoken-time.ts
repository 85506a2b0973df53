import type { Words } from '../../../channels/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in the largest unit that says enough: «3 ore», "3 hours". Below zero counts as nothing. */
export const sayLong = (milliseconds: number): Words => {
  if (!(milliseconds >= MINUTE)) return { it: 'meno di un minuto', en: 'less than a minute' };
  if (milliseconds < HOUR) return sayCount(milliseconds / MINUTE, units.minute);
  if (milliseconds < 2 * DAY) return sayCount(milliseconds / HOUR, units.hour);
  return sayDays(milliseconds / DAY);
};

/** Days, or months from two on, or years from two on. */
export const sayDays = (days: number): Words => {
  if (days < 61) return sayCount(Math.max(1, days), units.day);
  return days < 731 ? sayCount(days / 30.44, units.month) : sayCount(days / 365.25, units.year);
};

/** «un anno», «3 anni». */
export const sayYears = (years: number): Words => sayCount(years, units.year);

type Unit = { readonly it: readonly [string, string]; readonly en: readonly [string, string] };
const units = {
  minute: { it: ['un minuto', 'minuti'], en: ['a minute', 'minutes'] },
  hour: { it: ['un’ora', 'ore'], en: ['an hour', 'hours'] },
  day: { it: ['un giorno', 'giorni'], en: ['a day', 'days'] },
  month: { it: ['un mese', 'mesi'], en: ['a month', 'months'] },
  year: { it: ['un anno', 'anni'], en: ['a year', 'years'] },
} as const satisfies Readonly<Record<string, Unit>>;

const sayCount = (value: number, unit: Unit): Words => {
  const count = Math.max(1, Math.floor(value));
  return count === 1
    ? { it: unit.it[0], en: unit.en[0] }
    : { it: `${count} ${unit.it[1]}`, en: `${count} ${unit.en[1]}` };
};
