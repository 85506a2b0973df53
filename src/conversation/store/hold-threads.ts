import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

const THREADS_LOCK = 4331;

/**
 * Until the commit: `shared` by whoever puts mentions where they found their threads, `alone` by whoever joins or
 * divides threads by hand, so that nothing is put into a thread that has just ended. Take it before any row.
 */
export const holdThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  how: 'shared' | 'alone',
): Promise<void> => {
  const key = sql`hashtextextended(${workspaceId}, ${THREADS_LOCK})`;
  await tx.execute(
    how === 'shared'
      ? sql`select pg_advisory_xact_lock_shared(${key})`
      : sql`select pg_advisory_xact_lock(${key})`,
  );
};
