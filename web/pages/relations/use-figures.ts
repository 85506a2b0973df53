import { useMemo } from 'react';
import { useLanguage } from '../../app/language.tsx';

/** How figures are said: whole ones, with one decimal, as typed, as a share, as a month. */
export const useFigures = () => {
  const { locale, timeZone } = useLanguage();
  return useMemo(() => {
    // Italian would leave the point out of four figures: beside longer ones they would look shorter than they are.
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'always' });
    const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: 'always' });
    const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false });
    const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
    const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' });
    return {
      whole: (value: number) => whole.format(value),
      tenth: (value: number) => tenth.format(value),
      /** As it may be typed. */
      exact: (value: number) => exact.format(value),
      share: (value: number) => share.format(value),
      /** "novembre 2026", of a day or a month of the calendar. */
      month: (date: string) => month.format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`)),
      /** "22 novembre", of a day of the calendar. */
      day: (date: string) => day.format(new Date(`${date}T00:00:00Z`)),
      timeZone,
    };
  }, [locale, timeZone]);
};

export type Figures = ReturnType<typeof useFigures>;
