import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** When this case last came back; undefined when it never did. */
export const lastReopened = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
): Promise<Date | undefined> => {
  const { rows } = await tx.execute<{ at: string | null }>(sql`
    select to_json(max(at))#>>'{}' as at from case_events
    where workspace_id = ${workspaceId} and case_id = ${caseId} and kind = 'reopened'`);
  const at = rows[0]?.at;
  return at ? new Date(at) : undefined;
};

/** Open cases whose deadline was reckoned and not chosen by a person, after this one: a page of them. */
export const readReckonedOpen = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  after: string | null,
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select c.id from cases c
    join lateral (
      select coalesce((e.event->>'reckoned')::boolean, e.person_id is null) as reckoned from case_events e
      where e.workspace_id = c.workspace_id and e.case_id = c.id and e.kind = 'deadline-set'
      order by e.version desc limit 1
    ) d on d.reckoned
    where c.workspace_id = ${workspaceId} and c.ended_at is null and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${limit}`);
  return rows.map(({ id }) => id);
};
