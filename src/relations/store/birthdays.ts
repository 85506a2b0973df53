import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { time, uuids } from './sql-values.ts';

/** They met us: the day of the first meeting is remembered, and who had only conversed has met. */
export const noteMeeting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  at: Date,
): Promise<void> => {
  await tx.execute(sql`
    update contacts c set
      birthday = least(c.birthday, m.day),
      birthday_day = extract(month from least(c.birthday, m.day)) * 100 + extract(day from least(c.birthday, m.day)),
      stage_at = case when c.stage in ('noticed', 'conversed') then ${time(at)} else c.stage_at end,
      stage = case when c.stage in ('noticed', 'conversed') then 'met' else c.stage end
    from (select (${time(at)} at time zone w.time_zone)::date as day from workspaces w where w.id = ${workspaceId}) m
    where c.workspace_id = ${workspaceId} and c.id = any(${uuids(contactIds)})`);
};
