/**
 * What a company makes of each kind of reason: the share of entries that were acted on, shrunken towards one half by a
 * Beta(2, 2) (two acted on and two left alone that never were), older days counting less (half as much every 45 days), and
 * divided by one half: 1 where nothing is known, towards 2 for what is always done, towards 0 for what is always left.
 * Source: Beta-binomial shrinkage, GRAPH.md definition 4; the prior's strength is ours.
 */
import { daysBetween, type History } from './history.ts';
import { outcomeOf } from './outcome-of.ts';
import { type ReasonKind, reasonKinds } from './reason-kind.ts';

export type ReasonWeights = Readonly<Record<ReasonKind, number>>;

const PRIOR = 2;
const HALF_LIFE = 45;
/** `later` is half a yes. */
const worth = { done: 1, answered: 1, later: 0.5, nothing: 0, never: 0 } as const;

/** From the lists before `day`: today's own is not over. */
export const reasonWeights = (history: History, day: string): ReasonWeights => {
  const byContact = Map.groupBy(history.choices, ({ contactId }) => contactId);
  const spoken = Map.groupBy(history.contacted, ({ contactId }) => contactId);
  const sums = new Map(reasonKinds.map((kind) => [kind, { acted: PRIOR, seen: 2 * PRIOR }]));
  for (const entry of history.shown) {
    const age = daysBetween(entry.day, day);
    const sum = sums.get(entry.reason);
    if (!sum || !(age > 0)) continue;
    const weight = 2 ** (-age / HALF_LIFE);
    const outcome = outcomeOf(entry, {
      choices: byContact.get(entry.contactId) ?? [],
      contacted: spoken.get(entry.contactId) ?? [],
    });
    sum.acted += weight * worth[outcome];
    sum.seen += weight;
  }
  return Object.fromEntries(
    [...sums].map(([kind, { acted, seen }]) => [kind, (2 * acted) / seen]),
  ) as ReasonWeights;
};
