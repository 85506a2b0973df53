import type { Step } from './use-timeline.ts';

/** The first day of a span, as people write it; a month by its name. */
export const dayOf = (from: string, by: Step, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(by === 'month'
      ? { month: 'long', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' }),
  }).format(new Date(`${from}T00:00:00Z`));
