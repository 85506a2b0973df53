import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import type { WorkspaceId } from '../ids.ts';
import { liveChanges } from './live-changes.table.ts';

export const LIVE_SIGNAL = 'passaparola_live';

/** What an open screen is told: ids and kinds only; what they mean is read through the guarded routes. */
export type LiveChange = { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> };

/**
 * Tells the open screens of a workspace when this transaction commits. Call it last in the transaction:
 * writers of one workspace queue up from here to their commit, so that sequence numbers appear in order
 * and a stream that resumes "after 41" can never have missed 40.
 */
export const appendLive = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  changes: readonly LiveChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 4321))`);
  await tx.insert(liveChanges).values(changes.map((change) => ({ workspaceId, ...change })));
  await tx.execute(sql`select pg_notify(${LIVE_SIGNAL}, ${workspaceId})`);
};
