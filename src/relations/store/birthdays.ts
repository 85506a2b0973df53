import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { records } from './sql-values.ts';

/** `at` is ISO 8601. */
export type Talk = { readonly contactId: string; readonly at: string };

/** They met us: the day of the first meeting is remembered, and who had only conversed has met. */
export const noteMeetings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  meetings: readonly Talk[],
): Promise<void> => {
  if (meetings.length === 0) return;
  await tx.execute(sql`
    update contacts c set
      birthday = least(c.birthday, m.day),
      birthday_day = extract(month from least(c.birthday, m.day)) * 100 + extract(day from least(c.birthday, m.day)),
      stage_at = case when c.stage in ('noticed', 'conversed') then m.at else c.stage_at end,
      stage = case when c.stage in ('noticed', 'conversed') then 'met' else c.stage end
    from (
      select r."contactId" as id, min(r.at) as at, (min(r.at) at time zone w.time_zone)::date as day
      from json_to_recordset(${records(meetings)}) as r("contactId" uuid, at timestamptz)
      join workspaces w on w.id = ${workspaceId} group by r."contactId", w.time_zone
    ) m
    where c.workspace_id = ${workspaceId} and c.id = m.id`);
};

/** They talked with us, and a colleague wrote it down: who had only been noticed has conversed. */
export const noteCalls = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  calls: readonly Talk[],
): Promise<void> => {
  if (calls.length === 0) return;
  await tx.execute(sql`
    update contacts c set stage = 'conversed', stage_at = r.at
    from (select "contactId" as id, min(at) as at
      from json_to_recordset(${records(calls)}) as r("contactId" uuid, at timestamptz) group by 1) r
    where c.workspace_id = ${workspaceId} and c.id = r.id and c.stage = 'noticed'`);
};
