import { type RateChange, rateChange } from '../../platform/figures/interval.ts';

export type Effect = {
  /** Days on each side of the day on which it was done. */
  readonly days: number;
  readonly before: { readonly complaints: number; readonly heard: number };
  readonly after: { readonly complaints: number; readonly heard: number };
  readonly change: RateChange;
  readonly verdict: 'fewer' | 'more' | 'cannot-tell' | 'too-early';
};

const DAY_MS = 86_400_000;
const MOST_DAYS = 90;
/** Before that a week's accident would be taken for an effect. */
const LEAST_DAYS = 14;

/** The two times that are compared: as long as each other, at most 90 days, around the day on which it was done. */
export const effectWindows = (doneAt: Date, now: Date) => {
  const days = Math.min(MOST_DAYS, Math.floor((now.getTime() - doneAt.getTime()) / DAY_MS));
  const length = Math.max(1, days) * DAY_MS;
  return {
    days: Math.max(0, days),
    before: { from: new Date(doneAt.getTime() - length), to: doneAt },
    after: { from: doneAt, to: new Date(doneAt.getTime() + length) },
  };
};

/** Whether such complaints became fewer per mention. It says so only when the whole interval does. */
export const effectOf = (days: number, before: Effect['before'], after: Effect['after']): Effect => {
  const change = rateChange(
    { count: before.complaints, of: before.heard },
    { count: after.complaints, of: after.heard },
  );
  const tooEarly = days < LEAST_DAYS || before.heard === 0 || after.heard === 0;
  const verdict = tooEarly
    ? 'too-early'
    : change.high !== null && change.high < 1
      ? 'fewer'
      : change.low > 1
        ? 'more'
        : 'cannot-tell';
  return { days, before, after, change, verdict };
};
