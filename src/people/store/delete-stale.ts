import { lt } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rateLimits } from './rate-limits.table.ts';
import { sessions } from './sessions.table.ts';
import { verifications } from './verifications.table.ts';

/** Deletes what ended before `limit`. */
export const deleteStale = async (tx: Pick<Transaction, 'delete'>, limit: Date): Promise<void> => {
  await tx.delete(sessions).where(lt(sessions.expiresAt, limit));
  await tx.delete(verifications).where(lt(verifications.expiresAt, limit));
  await tx.delete(rateLimits).where(lt(rateLimits.lastRequest, limit.getTime()));
};
