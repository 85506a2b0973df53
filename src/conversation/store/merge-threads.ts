import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { ThreadPlan } from '../model/thread-plan.ts';
import { movePartings } from './parting-rows.ts';
import { leaveRedirects } from './redirect-rows.ts';
import { records, uuids } from './sql-values.ts';

/**
 * Makes threads that turned out to be one into one: all that hangs from `from` moves to `into`. Rows of both are
 * locked first, so that a person's note or answer written at this moment waits and lands in the right place.
 */
export const mergeThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  merges: ThreadPlan['merges'],
): Promise<void> => {
  if (merges.length === 0) return;
  const moves = sql`json_to_recordset(${records(merges)}) as move("from" uuid, "into" uuid)`;
  const ids = merges.flatMap(({ from, into }) => [from, into]);
  await tx.execute(sql`
    select from threads where workspace_id = ${workspaceId} and id = any(${uuids(ids)}) order by id for update`);
  for (const table of [
    sql`thread_mentions`,
    sql`thread_keys`,
    sql`notes`,
    sql`note_mentions`,
    sql`replies`,
  ]) {
    await tx.execute(sql`
      update ${table} x set thread_id = move."into" from ${moves}
      where x.workspace_id = ${workspaceId} and x.thread_id = move."from"`);
  }
  await moveDrafts(tx, workspaceId, moves);
  await moveReads(tx, workspaceId, moves);
  await moveMarks(tx, workspaceId, moves);
  await joinStatus(tx, workspaceId, moves);
  await movePartings(tx, workspaceId, moves);
  await leaveRedirects(tx, workspaceId, moves);
  await tx.execute(sql`
    delete from threads t using ${moves} where t.workspace_id = ${workspaceId} and t.id = move."from"`);
};

/** One draft a person and thread: the one touched last stays, the other's words are put below it. */
const moveDrafts = async (tx: Transaction, workspaceId: WorkspaceId, moves: SQL) => {
  await tx.execute(sql`
    with moved as (
      delete from drafts d using ${moves}
      where d.workspace_id = ${workspaceId} and d.thread_id = move."from"
      returning d.person_id, move."into" as thread_id, d.body, d.options, d.media, d.suggestion_id, d.updated_at
    ), joined as (
      select person_id, thread_id, string_agg(body, E'\n\n' order by updated_at desc) as body,
        (array_agg(options order by updated_at desc))[1] as options,
        (select coalesce(jsonb_agg(picture), '[]') from moved own, jsonb_array_elements(own.media) picture
          where own.person_id = moved.person_id and own.thread_id = moved.thread_id) as media,
        (array_agg(suggestion_id order by updated_at desc) filter (where suggestion_id is not null))[1] as suggestion_id,
        max(updated_at) as updated_at
      from moved group by person_id, thread_id
    )
    insert into drafts (workspace_id, person_id, thread_id, body, options, media, suggestion_id, updated_at)
    select ${workspaceId}::uuid, person_id, thread_id, body, options, media, suggestion_id, updated_at from joined
    on conflict (workspace_id, person_id, thread_id) do update set
      body = case when excluded.updated_at > drafts.updated_at
        then excluded.body || E'\n\n' || drafts.body else drafts.body || E'\n\n' || excluded.body end,
      media = drafts.media || excluded.media,
      suggestion_id = coalesce(drafts.suggestion_id, excluded.suggestion_id),
      updated_at = greatest(drafts.updated_at, excluded.updated_at)`);
};

/** Read only as far as both had been: rather shown as new once too often than never. */
const moveReads = async (tx: Transaction, workspaceId: WorkspaceId, moves: SQL) => {
  await tx.execute(sql`
    with parts as (
      select move."into", move."from" as part from ${moves}
      union select distinct move."into", move."into" from ${moves}
    ), theirs as (
      select p."into", p.part, t.last_theirs_at from parts p
      join threads t on t.workspace_id = ${workspaceId} and t.id = p.part
    ), people as (
      select distinct p."into", r.person_id from parts p
      join thread_reads r on r.workspace_id = ${workspaceId} and r.thread_id = p.part
    ), marks as (
      select q."into", q.person_id,
        bool_and(t.last_theirs_at is null or coalesce(r.read_until >= t.last_theirs_at, false)) as all_read,
        min(r.read_until) as earliest, max(r.read_until) as latest,
        bool_or(r.read_until is null and t.last_theirs_at is not null) as some_never
      from people q
      join theirs t on t."into" = q."into"
      left join thread_reads r
        on r.workspace_id = ${workspaceId} and r.thread_id = t.part and r.person_id = q.person_id
      group by q."into", q.person_id
    ), gone as (
      delete from thread_reads r using ${moves}
      where r.workspace_id = ${workspaceId} and r.thread_id = move."from"
    )
    insert into thread_reads (workspace_id, person_id, thread_id, read_until)
    select ${workspaceId}::uuid, person_id, "into",
      case when all_read then latest when some_never then '-infinity'::timestamptz else earliest end
    from marks
    on conflict (workspace_id, person_id, thread_id) do update set read_until = excluded.read_until`);
};

/** What hangs once from each: labels and followers of all. */
const moveMarks = async (tx: Transaction, workspaceId: WorkspaceId, moves: SQL) => {
  await tx.execute(sql`
    delete from thread_deadlines x using ${moves}
    where x.workspace_id = ${workspaceId} and x.thread_id = move."from" and x.ended_at is null`);
  await tx.execute(sql`
    update thread_deadlines x set thread_id = move."into" from ${moves}
    where x.workspace_id = ${workspaceId} and x.thread_id = move."from"`);
  for (const [table, column] of [
    [sql`thread_labels`, sql`label_id`],
    [sql`thread_followers`, sql`person_id`],
  ] as const) {
    await tx.execute(sql`
      with moved as (
        delete from ${table} x using ${moves}
        where x.workspace_id = ${workspaceId} and x.thread_id = move."from"
        returning move."into" as thread_id, x.${column}
      )
      insert into ${table} (workspace_id, thread_id, ${column})
      select distinct ${workspaceId}::uuid, thread_id, ${column} from moved on conflict do nothing`);
  }
};

/** Open when either was, still somebody's when either was; a person who acted on either is told by the version. */
const joinStatus = async (tx: Transaction, workspaceId: WorkspaceId, moves: SQL) => {
  await tx.execute(sql`
    update threads t set
      status = case when t.status = 'open' or part.any_open then 'open'
        when t.status = 'snoozed' then 'snoozed' else 'done' end,
      assignee_id = coalesce(t.assignee_id, part.assignee_id),
      team_id = coalesce(t.team_id, part.team_id),
      version = greatest(t.version, part.version) + 1,
      changed_by = null
    from (
      select move."into", bool_or(f.status <> 'done') as any_open, max(f.version) as version,
        (array_agg(f.assignee_id order by f.id) filter (where f.assignee_id is not null))[1] as assignee_id,
        (array_agg(f.team_id order by f.id) filter (where f.team_id is not null))[1] as team_id
      from ${moves} join threads f on f.workspace_id = ${workspaceId} and f.id = move."from"
      group by move."into"
    ) part
    where t.workspace_id = ${workspaceId} and t.id = part."into"`);
};
