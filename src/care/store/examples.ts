import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** Our first mention in each case that stands solved, those that were confirmed and the latest first. */
export const firstAnswersOfEnded = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select f.id from cases c
    join lateral (
      select e.event->>'mentionId' as id from case_events e
      where e.workspace_id = c.workspace_id and e.case_id = c.id and e.kind in ('acknowledged', 'answered')
        and e.event->>'mentionId' is not null
      order by e.version limit 1) f on true
    where c.workspace_id = ${workspaceId} and c.state in ('confirmed', 'resolved') and c.reopened = 0
    order by c.confirmed_at is null, c.ended_at desc, c.id limit ${limit}`);
  return rows.map(({ id }) => id);
};
