import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

const PEOPLE_LOCK = 4324;

/**
 * Until the commit: `shared` by whoever writes about people as it found them (the recording, the batch), `alone` by
 * whoever takes people away or makes two of them one (erasure, objection, merges), so that what was taken away never
 * comes back by a writer that had read it before. Take it first, before any row and before `appendLive`.
 */
export const holdPeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  how: 'shared' | 'alone',
): Promise<void> => {
  const key = sql`hashtextextended(${workspaceId}, ${PEOPLE_LOCK})`;
  await tx.execute(
    how === 'shared'
      ? sql`select pg_advisory_xact_lock_shared(${key})`
      : sql`select pg_advisory_xact_lock(${key})`,
  );
};
