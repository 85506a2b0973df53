import { z } from 'zod';
import type { Json, Spending, Words } from '../contract.ts';
import { estimateMonth, LEDGER, readLedger } from './ledger.ts';
import { xPrices } from './prices.ts';
import { budgetOf, XSettingsSchema } from './settings.ts';
import { dollars } from './spend.ts';

/** The name in the connection's memory of what the searches are expected to cost. */
export const ESTIMATE = 'expected';

const EstimateSchema = z.object({ searches: z.number() });

/** PURE. How a connection stands: spent, allowed, expected, and what going on would take. */
export const spendingOfX = (
  settings: unknown,
  pushState: Readonly<Record<string, Json>>,
  now: Date,
): Spending | undefined => {
  const parsed = XSettingsSchema.safeParse(settings).data;
  if (!parsed) return undefined;
  const ledger = readLedger(pushState[LEDGER], now, xPrices.userRead);
  const budget = budgetOf(parsed);
  const expected = EstimateSchema.safeParse(pushState[ESTIMATE]).data?.searches;
  const estimate = estimateMonth(ledger) ?? expected;
  const needed = ledger.needed !== undefined && ledger.needed > budget ? ledger.needed : undefined;
  return {
    currency: xPrices.currency,
    month: ledger.month,
    spent: ledger.spent,
    budget,
    ...(estimate === undefined ? {} : { estimate }),
    ...(needed === undefined ? {} : { needed }),
    source: xPrices.source,
    checkedOn: xPrices.checkedOn,
  };
};

/** PURE. */
export const priceOfAnswerOnX = (
  settings: unknown,
  pushState: Readonly<Record<string, Json>>,
  now: Date,
): Words | undefined => {
  const standing = spendingOfX(settings, pushState, now);
  if (!standing) return undefined;
  const left = dollars(Math.max(0, standing.budget - standing.spent));
  const [plain, withUrl] = [dollars(xPrices.postCreate), dollars(xPrices.postCreateWithUrl)];
  return {
    it: `X si paga: questa risposta costa ${plain}, con un link ${withUrl}. Del budget del mese restano ${left}.`,
    en: `X has to be paid: this answer costs ${plain}, with a link ${withUrl}. Of the month’s budget ${left} are left.`,
  };
};
