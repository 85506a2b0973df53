import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { setUpTokens } from './set-up-tokens.table.ts';

const SET_UP_LOCK = 4_321_002;

/** Of several who set up at once, one does and the others see that it is done. */
export const lockSetUp = async (tx: Transaction): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${SET_UP_LOCK})`);
};

export const insertSetUpToken = async (tx: Transaction, tokenHash: string, now: Date): Promise<void> => {
  await tx.insert(setUpTokens).values({ tokenHash, createdAt: now });
};

export const knowsSetUpToken = async (tx: Pick<Transaction, 'select'>, tokenHash: string): Promise<boolean> =>
  (
    await tx
      .select({ tokenHash: setUpTokens.tokenHash })
      .from(setUpTokens)
      .where(eq(setUpTokens.tokenHash, tokenHash))
      .limit(1)
  ).length > 0;

export const deleteSetUpTokens = async (tx: Transaction): Promise<void> => {
  await tx.delete(setUpTokens);
};
