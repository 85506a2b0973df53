import type { ChannelContext, Words } from '../contract.ts';
import { pacificDay } from '../google/midnight-pacific.ts';

/**
 * What each method costs, in units of a project's day, and how many there are
 * (https://developers.google.com/youtube/v3/determine_quota_cost, checked 2026-11-22): "All API requests, including invalid requests, incur a
 * quota cost of at least one point"; searches have a count of their own.
 */
export const costs = {
  'channels.list': 1,
  'commentThreads.list': 1,
  'comments.list': 1,
  'comments.insert': 50,
  'comments.delete': 50,
  'comments.setModerationStatus': 50,
  'videos.list': 1,
  'search.list': 0,
} as const;
export type Method = keyof typeof costs;

export const UNITS_A_DAY = 10_000;
export const SEARCHES_A_DAY = 100;

/** Kept back for answers and decisions: what can wait does when fewer are left. */
const KEPT_BACK = 2_000;

export type Spent = { readonly day: string; readonly units: number; readonly searches: number };

type Counting = Pick<ChannelContext<unknown, unknown>, 'clock' | 'pushState' | 'keepPushState'>;

/** Contexts live for several polls: what was counted since they were opened. */
const counted = new WeakMap<object, Spent>();

/** What was spent today, as far as we know: another program of the same project may have spent more. */
export const spentToday = (context: Counting): Spent => {
  const day = pacificDay(context.clock.now());
  const kept = counted.get(context) ?? readSpent(context.pushState?.quota);
  return kept?.day === day ? kept : { day, units: 0, searches: 0 };
};

const readSpent = (value: unknown): Spent | undefined => {
  const { day, units, searches } = (value ?? {}) as Partial<Record<keyof Spent, unknown>>;
  return typeof day === 'string' && typeof units === 'number' && typeof searches === 'number'
    ? { day, units, searches }
    : undefined;
};

/** Counts a call before it goes out: a refused one costs too. */
export const spend = async (context: Counting, method: Method): Promise<void> => {
  const before = spentToday(context);
  const searches = before.searches + (method === 'search.list' ? 1 : 0);
  const spent = { ...before, units: before.units + costs[method], searches };
  counted.set(context, spent);
  await context.keepPushState?.({ quota: spent });
};

export const isRunningLow = (context: Counting): boolean =>
  spentToday(context).units > UNITS_A_DAY - KEPT_BACK;

export const quotaNotice = ({ units, searches }: Spent): Words => ({
  it: `Oggi abbiamo usato ${units} delle ${UNITS_A_DAY} unità che YouTube concede al giorno, e ${searches} ricerche su ${SEARCHES_A_DAY}. Una risposta ne costa ${costs['comments.insert']}.`,
  en: `Today we have used ${units} of the ${UNITS_A_DAY} units that YouTube grants a day, and ${searches} of ${SEARCHES_A_DAY} searches. An answer costs ${costs['comments.insert']}.`,
});
