import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { KeptDeadline } from '../model/desk-figures.ts';

/** All waits that began since then, for the figures: what was asked, where, of which team, and how it ended. Of no person. */
export const readKeptDeadlines = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: Date,
  now: Date,
): Promise<readonly KeptDeadline[]> => {
  const { rows } = await tx.execute<KeptDeadline & Record<string, unknown>>(sql`
    select kind, channel, team_id as "teamId", intents, gravity, taken,
      coalesce(outcome, 'running') as outcome,
      coalesce(ended_at, ${now.toISOString()}::timestamptz) > due_at as "isLate"
    from thread_deadlines
    where workspace_id = ${workspaceId} and started_at >= ${since.toISOString()}::timestamptz`);
  return rows;
};
