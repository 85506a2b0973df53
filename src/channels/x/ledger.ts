import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Json } from '../contract.ts';

/** What was spent, kept with the connection. Millionths of a dollar; months and days in UTC, as X counts them. */
const LedgerSchema = z.object({
  month: z.string(),
  spent: z.number().int().nonnegative(),
  day: z.string(),
  /** Things already charged for today: the same again costs nothing ("deduplicated within a 24-hour UTC day window"). */
  seen: z.array(z.string()).catch([]),
  /** Spent on listening, by day, of the last days. */
  listening: z.record(z.string(), z.number()).catch({}),
  /** What the last call that was not made would have needed; absent when all goes on. */
  needed: z.number().optional().catch(undefined),
});
export type Ledger = z.infer<typeof LedgerSchema>;

/** Its name in the connection's memory. Removing a connection leaves it there: joined up again in the same month it has spent what it has. */
export const LEDGER = 'spending';

const DAYS_KEPT = 30;
const MOST_SEEN = 3_000;

/** As kept, carried over into this day and this month. `begun` is what was spent before there was a ledger. */
export const readLedger = (kept: unknown, now: Date, begun = 0): Ledger => {
  const [day, month] = [now.toISOString().slice(0, 10), now.toISOString().slice(0, 7)];
  const known = LedgerSchema.safeParse(kept).data ?? { month, spent: begun, day, seen: [], listening: {} };
  const { needed, ...rest } = known;
  return {
    ...rest,
    ...(known.month === month ? { ...(needed === undefined ? {} : { needed }) } : { month, spent: 0 }),
    ...(known.day === day ? {} : { day, seen: [] }),
    listening: Object.fromEntries(
      Object.entries(known.listening)
        .toSorted(([one], [other]) => (one < other ? 1 : -1))
        .slice(0, DAYS_KEPT),
    ),
  };
};

/** Counts `worst` as spent before anything is asked, or says what would be needed. */
export const reserve = (
  ledger: Ledger,
  worst: number,
  budget: number,
): Result<Ledger, { readonly ledger: Ledger; readonly needed: number }> => {
  const needed = ledger.spent + worst;
  if (needed > budget) return err({ ledger: { ...ledger, needed }, needed });
  const { needed: _, ...rest } = ledger;
  return ok({ ...rest, spent: needed });
};

export type Bought = {
  /** What was reserved. */
  readonly worst: number;
  /** Things that came, each with its price; the same thing on one day is paid once. Absent: all that was reserved was spent. */
  readonly things?: readonly { readonly id: string; readonly price: number }[];
  readonly isListening: boolean;
};

/** Puts what was really spent in the place of what was reserved. */
export const settle = (ledger: Ledger, { worst, things, isListening }: Bought): Ledger => {
  const seen = new Set(ledger.seen);
  const fresh = [...new Map((things ?? []).map((thing) => [thing.id, thing])).values()].filter(
    ({ id }) => !seen.has(id),
  );
  const actual = things === undefined ? worst : fresh.reduce((sum, { price }) => sum + price, 0);
  const listened = (ledger.listening[ledger.day] ?? 0) + actual;
  return {
    ...ledger,
    spent: Math.max(0, ledger.spent - worst + actual),
    seen: [...ledger.seen, ...fresh.map(({ id }) => id)].slice(-MOST_SEEN),
    ...(isListening ? { listening: { ...ledger.listening, [ledger.day]: listened } } : {}),
  };
};

/** What listening costs in thirty days, going by the days so far; undefined on the first. */
export const estimateMonth = (ledger: Ledger): number | undefined => {
  const whole = Object.entries(ledger.listening).filter(([day]) => day < ledger.day);
  if (whole.length === 0) return undefined;
  const first = whole.map(([day]) => day).toSorted()[0] ?? ledger.day;
  const days = Math.max(1, (Date.parse(ledger.day) - Date.parse(first)) / 86_400_000);
  return Math.round((whole.reduce((sum, [, micro]) => sum + micro, 0) / days) * 30);
};

export const asJson = (ledger: Ledger): Json => JSON.parse(JSON.stringify(ledger)) as Json;
