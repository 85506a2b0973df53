import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Standing } from '../model/arrangement.ts';
import { toInstantOrNull } from './sql-values.ts';

type Row = Omit<Standing, 'reads'> & { reads: Standing['reads'] | null };

/** How a thread stands, for whoever holds it. Moments are as the database writes them, to the microsecond. */
export const readStanding = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<Standing | undefined> => {
  const { rows } = await tx.execute<Row>(sql`
    select t.status, t.assignee_id as "assigneeId", t.team_id as "teamId",
      case when t.status = 'snoozed' then t.snoozed_until end as "snoozedUntil",
      array(select label_id::text from thread_labels l
        where l.workspace_id = ${workspaceId} and l.thread_id = t.id order by 1) as "labelIds",
      array(select person_id::text from thread_followers f
        where f.workspace_id = ${workspaceId} and f.thread_id = t.id order by 1) as "followerIds",
      (select json_agg(json_build_object('personId', person_id, 'readUntil', read_until::text) order by person_id)
        from thread_reads r where r.workspace_id = ${workspaceId} and r.thread_id = t.id) as reads
    from threads t where t.workspace_id = ${workspaceId} and t.id = ${threadId}`);
  const [row] = rows;
  return row && { ...row, snoozedUntil: toInstantOrNull(row.snoozedUntil), reads: row.reads ?? [] };
};

/** Makes a thread stand so, changed by this person. Labels that are no more, and people who have left, are left out. */
export const writeStanding = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  standing: Standing,
  changedBy: PersonId,
): Promise<void> => {
  const { status, assigneeId, teamId, snoozedUntil } = standing;
  await tx.execute(sql`
    update threads set status = ${status}, snoozed_until = ${snoozedUntil}::timestamptz,
      snoozed_by = case when ${status} = 'snoozed' then coalesce(snoozed_by, ${changedBy}::uuid) end,
      assignee_id = ${assigneeId}::uuid,
      team_id = (select id from teams where workspace_id = ${workspaceId} and id = ${teamId}::uuid),
      changed_by = ${changedBy}::uuid, version = version + 1
    where workspace_id = ${workspaceId} and id = ${threadId}`);
  for (const table of [sql`thread_labels`, sql`thread_followers`, sql`thread_reads`])
    await tx.execute(
      sql`delete from ${table} where workspace_id = ${workspaceId} and thread_id = ${threadId}`,
    );
  await tx.execute(sql`
    insert into thread_labels (workspace_id, thread_id, label_id)
    select workspace_id, ${threadId}::uuid, id from labels
    where workspace_id = ${workspaceId} and id = any(${sql.param([...standing.labelIds])}::uuid[])`);
  await tx.execute(sql`
    insert into thread_followers (workspace_id, thread_id, person_id)
    select ${workspaceId}::uuid, ${threadId}::uuid, unnest(${sql.param([...standing.followerIds])}::uuid[])`);
  await tx.execute(sql`
    insert into thread_reads (workspace_id, thread_id, person_id, read_until)
    select ${workspaceId}::uuid, ${threadId}::uuid, "personId", "readUntil"
    from ${rowsOf(standing.reads, { personId: 'uuid', readUntil: 'timestamptz' })}`);
};
