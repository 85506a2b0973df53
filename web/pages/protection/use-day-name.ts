import { useMemo } from 'react';
import { useLanguage } from '../../app/language.tsx';

/** A calendar day (YYYY-MM-DD) in words; it has no hour, so no time zone moves it. */
export const useDayName = (): ((day: string) => string) => {
  const { locale } = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  }, [locale]);
};
