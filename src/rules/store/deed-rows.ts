import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { ruleDeeds } from './rule-deeds.table.ts';
import { instantOf, texts, uuids } from './sql-values.ts';

export type DeedRow = typeof ruleDeeds.$inferSelect;
export type NewDeed = Omit<DeedRow, 'undone' | 'undoneAt' | 'undoneVersion'>;

const columns = {
  id: 'uuid',
  ruleId: 'uuid',
  threadId: 'uuid',
  happening: 'text',
  runId: 'uuid',
  at: 'timestamptz',
  why: 'jsonb',
  did: 'jsonb',
  before: 'jsonb',
  after: 'jsonb',
  version: 'integer',
} as const;

export const insertDeeds = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  deeds: readonly NewDeed[],
): Promise<void> => {
  if (deeds.length === 0) return;
  await tx.execute(sql`
    insert into rule_deeds (workspace_id, id, rule_id, thread_id, happening, run_id, at, why, did, before, after, version)
    select ${workspaceId}::uuid, id, "ruleId", "threadId", happening, "runId", at, why, did, before, after, version
    from ${rowsOf(deeds, columns)} on conflict do nothing`);
};

/** How often rules have acted on these conversations since then, and what they have answered to already. */
export const readDone = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: {
    readonly threadIds: readonly ThreadId[];
    readonly ruleIds: readonly string[];
    readonly happenings: readonly string[];
    readonly since: Date;
  },
): Promise<{ readonly done: ReadonlySet<string>; readonly often: ReadonlyMap<string, number> }> => {
  const { rows } = await tx.execute<{
    threadId: string;
    ruleId: string;
    happenings: string[] | null;
    lately: number;
  }>(sql`
    select thread_id as "threadId", rule_id as "ruleId",
      array_agg(happening) filter (where happening = any(${texts(asked.happenings)})) as happenings,
      count(*) filter (where at > ${instantOf(asked.since)} and run_id is null)::int as lately
    from rule_deeds where workspace_id = ${workspaceId} and thread_id = any(${uuids(asked.threadIds)})
      and rule_id = any(${uuids(asked.ruleIds)})
    group by thread_id, rule_id`);
  return {
    done: new Set(
      rows.flatMap((row) => (row.happenings ?? []).map((one) => deedKey(row.ruleId, row.threadId, one))),
    ),
    often: new Map(rows.map((row) => [`${row.ruleId} ${row.threadId}`, row.lately])),
  };
};

export const deedKey = (ruleId: string, threadId: string, happening: string): string =>
  `${ruleId} ${threadId} ${happening}`;

/** How much each rule has done by itself since then. */
export const countDeeds = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ruleIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await tx.execute<{ id: string; count: number }>(sql`
    select rule_id as id, count(*)::int as count from rule_deeds
    where workspace_id = ${workspaceId} and rule_id = any(${uuids(ruleIds)}) and at > ${instantOf(since)}
      and run_id is null group by rule_id`);
  return new Map(rows.map(({ id, count }) => [id, count]));
};

/** What a rule did, or what rules did to these conversations, the latest first. */
export const readDeeds = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  of: { readonly ruleId: string } | { readonly threadIds: readonly ThreadId[] },
  before: string | null,
  limit: number,
): Promise<readonly DeedRow[]> =>
  tx
    .select()
    .from(ruleDeeds)
    .where(
      and(
        eq(ruleDeeds.workspaceId, workspaceId),
        'ruleId' in of ? eq(ruleDeeds.ruleId, of.ruleId) : inArray(ruleDeeds.threadId, [...of.threadIds]),
        before === null
          ? undefined
          : sql`(${ruleDeeds.at}, ${ruleDeeds.id}) < (${place(workspaceId, before)})`,
      ),
    )
    .orderBy(desc(ruleDeeds.at), desc(ruleDeeds.id))
    .limit(limit);

export type NamedDeed = DeedRow & { readonly ruleName: string | null; readonly authorName: string | null };

/** With the names of rules and people; conversations that the reader may not see, or that are no more, are left out. */
export const nameDeeds = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  found: readonly DeedRow[],
): Promise<readonly NamedDeed[]> => {
  if (found.length === 0) return [];
  const { rows } = await tx.execute<{ id: string; name: string | null }>(sql`
    select id, coalesce(author_name, author_handle) as name from threads
    where workspace_id = ${workspaceId} and id = any(${uuids(found.map(({ threadId }) => threadId))})`);
  const named = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from rules where workspace_id = ${workspaceId}
      and id = any(${uuids(found.map(({ ruleId }) => ruleId))})`);
  const threads = new Map(rows.map(({ id, name }) => [id, name]));
  const names = new Map(named.rows.map(({ id, name }) => [id, name]));
  return found
    .filter(({ threadId }) => threads.has(threadId))
    .map((deed) => ({
      ...deed,
      ruleName: names.get(deed.ruleId) ?? null,
      authorName: threads.get(deed.threadId) ?? null,
    }));
};

const place = (workspaceId: WorkspaceId, id: string): SQL =>
  sql`select at, id from rule_deeds where workspace_id = ${workspaceId} and id = ${id}::uuid`;

type DeedScope = {
  readonly ruleId: string;
  readonly runId: string | null;
  readonly from: Date;
  readonly to: Date;
};

const inScope = (workspaceId: WorkspaceId, { ruleId, runId, from, to }: DeedScope) => sql`
  workspace_id = ${workspaceId} and rule_id = ${ruleId} and undone is null
    ${runId ? sql`and run_id = ${runId}` : sql`and at >= ${instantOf(from)} and at <= ${instantOf(to)}`}`;

export const countUndoable = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: DeedScope,
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from rule_deeds where ${inScope(workspaceId, scope)}`,
  );
  return rows[0]?.count ?? 0;
};

/** Deeds to be taken back, the latest first: in the order in which they must be. */
export const readUndoable = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: DeedScope,
  after: string | null,
  limit: number,
): Promise<readonly DeedRow[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from rule_deeds where ${inScope(workspaceId, scope)}
      ${after === null ? sql`` : scope.runId ? sql`and id < ${after}::uuid` : sql`and (at, id) < (${place(workspaceId, after)})`}
    order by ${scope.runId ? sql`id desc` : sql`at desc, id desc`} limit ${limit}`);
  if (rows.length === 0) return [];
  return tx
    .select()
    .from(ruleDeeds)
    .where(
      and(
        eq(ruleDeeds.workspaceId, workspaceId),
        sql`${ruleDeeds.id} = any(${uuids(rows.map(({ id }) => id))})`,
      ),
    )
    .orderBy(desc(ruleDeeds.at), desc(ruleDeeds.id));
};

/** Versions of these conversations that rules, or a taking back, made: what nobody else did. */
export const readRuleVersions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<ReadonlyMap<ThreadId, ReadonlySet<number>>> => {
  const { rows } = await tx.execute<{ id: ThreadId; versions: number[] }>(sql`
    select thread_id as id, array_agg(version) || array_agg(undone_version) as versions from rule_deeds
    where workspace_id = ${workspaceId} and thread_id = any(${uuids(threadIds)}) group by thread_id`);
  return new Map(rows.map(({ id, versions }) => [id, new Set(versions.filter((one) => one !== null))]));
};

export const saveUndone = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  deeds: readonly {
    readonly id: string;
    readonly undone: 'undone' | 'kept' | 'gone';
    readonly version: number | null;
  }[],
  at: Date,
): Promise<void> => {
  if (deeds.length === 0) return;
  await tx.execute(sql`
    update rule_deeds d set undone = r.undone, undone_version = r.version, undone_at = ${instantOf(at)}
    from ${rowsOf(deeds, { id: 'uuid', undone: 'text', version: 'integer' })}
    where d.workspace_id = ${workspaceId} and d.id = r.id`);
};

/** What is older than this is nobody's business any more. Returns how many went, of all companies. */
export const sweepDeeds = async (tx: Transaction, before: Date, limit: number): Promise<number> => {
  const { rowCount } = await tx.execute(sql`
    delete from rule_deeds where (workspace_id, id) in (
      select workspace_id, id from rule_deeds where at < ${instantOf(before)} limit ${limit})`);
  return rowCount ?? 0;
};
