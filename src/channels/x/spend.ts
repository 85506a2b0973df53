import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import type { XContext } from './context.ts';
import { asJson, LEDGER, type Ledger, readLedger, reserve, settle } from './ledger.ts';
import { MICRO, xPrices } from './prices.ts';
import { budgetOf } from './settings.ts';

/** What a call may cost at most, and what its answer did cost. Millionths of a dollar. */
export type Purchase<Output> = {
  readonly worst: number;
  readonly thingsOf: (answer: Output) => readonly { readonly id: string; readonly price: number }[];
  /** Reading on our own account, as against what a person asked for. */
  readonly isListening: boolean;
};

/** Who we are was asked when the connection was made, before there was a ledger. */
const BEGUN = xPrices.userRead;

/**
 * The company's budget: what a call may cost is written down as spent before it is made, under the connection's lock, so that neither two
 * processes at once nor one that dies can spend more. What came cheaper is given back.
 */
export const startBuying = (context: XContext) => {
  const budget = budgetOf(context.settings);
  const now = () => context.clock.now();
  let known = readLedger(context.pushState?.[LEDGER], now(), BEGUN);

  /** In the check before a connection is kept there is nowhere to write: one reading, counted afterwards. */
  const change = async (with_: (ledger: Ledger) => Ledger): Promise<void> => {
    if (!context.changePushState) {
      known = with_(known);
      return;
    }
    await context.changePushState((current) => {
      known = with_(readLedger(current[LEDGER], now(), BEGUN));
      return { [LEDGER]: asJson(known) };
    });
  };

  return {
    left: () => Math.max(0, budget - readLedger(known, now(), BEGUN).spent),
    reserve: async (worst: number): Promise<Result<void, ChannelProblem>> => {
      let needed: number | undefined;
      await change((ledger) => {
        const reserved = reserve(ledger, worst, budget);
        needed = reserved.ok ? undefined : reserved.error.needed;
        return reserved.ok ? reserved.value : reserved.error.ledger;
      });
      if (needed === undefined) return ok(undefined);
      const detail = `${dollars(known.spent)} of ${dollars(budget)} spent this month; going on takes ${dollars(needed)}`;
      return err({ kind: 'over-budget', detail });
    },
    settle: (
      { worst, isListening }: Pick<Purchase<unknown>, 'worst' | 'isListening'>,
      things?: Things,
    ): Promise<void> =>
      change((ledger) => settle(ledger, { worst, isListening, ...(things ? { things } : {}) })),
  };
};

type Things = readonly { readonly id: string; readonly price: number }[];

/** `$0.015`, `$5.00`. */
export const dollars = (micro: number): string => {
  const amount = micro / MICRO;
  return `$${amount.toFixed(micro % 10_000 === 0 ? 2 : 3)}`;
};
