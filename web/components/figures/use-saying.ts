import { useLanguage, useWords } from '../../app/language.tsx';

export type Share = {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
};
export type Times = {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly low: number | null;
  readonly high: number | null;
};
/** A figure and its margin, as they are read. */
export type Said = { readonly value: string; readonly interval: string };

const it = {
  of: (count: number, of: number) => `${count} su ${of}`,
  between: (low: string, high: string) => `fra ${low} e ${high}`,
  minutes: (count: string) =>
    count === '0' ? 'meno di un minuto' : count === '1' ? 'un minuto' : `${count} minuti`,
  hours: (count: string) => (count === '1' ? 'un’ora' : `${count} ore`),
  days: (count: string) => `${count} giorni`,
};
const en: typeof it = {
  of: (count, of) => `${count} of ${of}`,
  between: (low, high) => `between ${low} and ${high}`,
  minutes: (count) =>
    count === '0' ? 'less than a minute' : count === '1' ? 'a minute' : `${count} minutes`,
  hours: (count) => (count === '1' ? 'an hour' : `${count} hours`),
  days: (count) => `${count} days`,
};
const words = { it, en };

const NOTHING: Said = { value: '—', interval: '—' };

/** Numbers, shares and spans of time with their margins, as this person reads them. */
export const useSaying = () => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  const percent = (value: number) =>
    value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  /** Hours by every clock. */
  const span = (hours: number) => (hours < 48 ? w.hours(number(hours)) : w.days(number(hours / 24)));
  /** Working minutes: eight hours of them are a day, so they are never said in days. */
  const workingSpan = (minutes: number) =>
    minutes < 90 ? w.minutes(number(minutes)) : w.hours(number(minutes / 60));
  const month = (text: string) =>
    new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${text}-15T12:00:00Z`),
    );
  const share = (one: Share): Said =>
    one.share === null
      ? NOTHING
      : {
          value: `${percent(one.share)} (${w.of(one.count, one.of)})`,
          interval: w.between(percent(one.low), percent(one.high)),
        };
  const times = (one: Times, say: (value: number) => string = span): Said =>
    one.median === null
      ? NOTHING
      : {
          value: say(one.median),
          interval: one.low === null || one.high === null ? '—' : w.between(say(one.low), say(one.high)),
        };
  return { ...w, locale, number, percent, span, workingSpan, month, share, times };
};
