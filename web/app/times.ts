import { useMemo } from 'react';
import { useLanguage } from './language.tsx';

type Instant = string | number | Date;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['minute', minute, hour],
  ['hour', hour, day],
  ['day', day, 7 * day],
];

/** The calendar day of an instant in a time zone, `2026-03-29`. */
export const dayIn = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(at));

/** How instants, numbers and lists are said to this person: one place for every Intl of the screens. */
export const useTimes = () => {
  const { locale, timeZone, language } = useLanguage();
  return useMemo(() => {
    // The first formatter costs the browser more than a whole screen: none is made before it is needed.
    const format = (options: Intl.DateTimeFormatOptions) => {
      let formatter: Intl.DateTimeFormat | undefined;
      return (at: Instant) => {
        formatter ??= new Intl.DateTimeFormat(locale, { timeZone, ...options });
        return formatter.format(new Date(at));
      };
    };
    let relativeFormat: Intl.RelativeTimeFormat | undefined;
    const relative = (distance: number, unit: Intl.RelativeTimeFormatUnit) => {
      relativeFormat ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
      return relativeFormat.format(distance, unit);
    };
    const date = format({ day: 'numeric', month: 'long' });
    const dateYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
    const sameYear = (at: Instant, now: number) =>
      dayIn(at, timeZone).slice(0, 4) === dayIn(now, timeZone).slice(0, 4);
    const justNow = language === 'it' ? 'adesso' : 'now';

    /** "adesso", "12 minuti fa", "ieri", "3 giorni fa", then the date. */
    const ago = (at: Instant, now: number = Date.now()): string => {
      const distance = new Date(at).getTime() - now;
      if (Math.abs(distance) < minute) return justNow;
      const step = steps.find(([, , until]) => Math.abs(distance) < until);
      if (!step) return sameYear(at, now) ? date(at) : dateYear(at);
      const [unit, size] = step;
      if (unit !== 'day') return relative(Math.trunc(distance / size), unit);
      const days = Math.round((Date.parse(dayIn(at, timeZone)) - Date.parse(dayIn(now, timeZone))) / day);
      return relative(days, 'day');
    };
    return {
      ago,
      /** "14:05" */
      time: format({ hour: '2-digit', minute: '2-digit' }),
      /** "22 novembre" */
      date,
      /** "22 novembre 2026" */
      dateYear,
      /** "domenica 22 novembre" */
      weekdayShort: format({ weekday: 'short', day: 'numeric', month: 'short' }),
      weekday: format({ weekday: 'long', day: 'numeric', month: 'long' }),
      /** "22 novembre 2026 alle ore 14:05" */
      full: format({ dateStyle: 'long', timeStyle: 'short' }),
      number: (value: number) => new Intl.NumberFormat(locale).format(value),
      list: (items: readonly string[]) =>
        new Intl.ListFormat(locale, { type: 'conjunction' }).format([...items]),
      dayOf: (at: Instant) => dayIn(at, timeZone),
    };
  }, [locale, timeZone, language]);
};

export type Times = ReturnType<typeof useTimes>;
