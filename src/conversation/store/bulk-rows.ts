import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { BulkBefore, BulkState, BulkWish } from '../model/bulk.ts';
import { bulkActions } from './bulk-actions.table.ts';
import { selectThreadIds, type ThreadQuery } from './read-thread-list.ts';
import { uuids } from './sql-values.ts';

export type BulkRow = typeof bulkActions.$inferSelect;

/** What a wish is for: these, or all that a view shows. */
export type BulkTarget =
  | { readonly threadIds: readonly ThreadId[] }
  | { readonly query: Omit<ThreadQuery, 'limit' | 'before'> };

/** No wish reaches more than this. */
const MOST = 200_000;

/** Takes down for whom it is; how many they are. Threads of others, or that are no more, are left out. */
export const insertBulk = async (
  tx: Transaction,
  bulk: {
    readonly workspaceId: WorkspaceId;
    readonly id: string;
    readonly personId: PersonId;
    readonly wish: BulkWish;
    readonly createdAt: Date;
  },
  target: BulkTarget,
): Promise<number> => {
  const { workspaceId, id, personId } = bulk;
  const chosen =
    'threadIds' in target
      ? sql`select id from threads where workspace_id = ${workspaceId} and id = any(${uuids(target.threadIds)})`
      : selectThreadIds(workspaceId, personId, target.query, MOST);
  const { rowCount } = await tx.execute(sql`
    insert into bulk_items (workspace_id, bulk_id, thread_id)
    select ${workspaceId}::uuid, ${id}::uuid, chosen.id from (${chosen}) chosen`);
  const total = rowCount ?? 0;
  await tx.insert(bulkActions).values({ ...bulk, state: 'running', total });
  return total;
};

export const lockBulk = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<BulkRow | undefined> => {
  const [row] = await tx
    .select()
    .from(bulkActions)
    .where(and(eq(bulkActions.workspaceId, workspaceId), eq(bulkActions.id, id)))
    .for('update');
  return row;
};

export const saveBulkState = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  state: BulkState,
  endedAt: Date | null,
): Promise<void> => {
  await tx
    .update(bulkActions)
    .set({ state, endedAt })
    .where(and(eq(bulkActions.workspaceId, workspaceId), eq(bulkActions.id, id)));
};

export type BulkItem = {
  readonly threadId: ThreadId;
  readonly before: BulkBefore | null;
  readonly version: number | null;
};

export const readBulkItems = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  bulkId: string,
  state: 'waiting' | 'applied',
  limit: number,
): Promise<readonly BulkItem[]> => {
  const { rows } = await tx.execute<BulkItem & Record<string, unknown>>(sql`
    select thread_id as "threadId", before, version from bulk_items
    where workspace_id = ${workspaceId} and bulk_id = ${bulkId} and state = ${sql.raw(`'${state}'`)}
    order by thread_id limit ${limit}`);
  return rows;
};

export type SettledItem = {
  readonly threadId: ThreadId;
  readonly state: 'applied' | 'same' | 'gone' | 'undone' | 'kept';
  readonly before: BulkBefore | null;
  readonly version: number | null;
};

export const saveBulkItems = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  bulkId: string,
  items: readonly SettledItem[],
): Promise<void> => {
  if (items.length === 0) return;
  await tx.execute(sql`
    update bulk_items i set state = r.state, before = r.before, version = r.version
    from ${rowsOf(items, { threadId: 'uuid', state: 'text', before: 'jsonb', version: 'integer' })}
    where i.workspace_id = ${workspaceId} and i.bulk_id = ${bulkId} and i.thread_id = r."threadId"`);
};

export type BulkCounts = Readonly<
  Record<'waiting' | 'applied' | 'same' | 'gone' | 'undone' | 'kept', number>
>;

export const readBulk = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<(BulkRow & { readonly counts: BulkCounts }) | undefined> => {
  const [row] = await tx
    .select()
    .from(bulkActions)
    .where(and(eq(bulkActions.workspaceId, workspaceId), eq(bulkActions.id, id)));
  if (!row) return undefined;
  const { rows } = await tx.execute<{ state: keyof BulkCounts; count: number }>(sql`
    select state, count(*)::int as count from bulk_items
    where workspace_id = ${workspaceId} and bulk_id = ${id} group by state`);
  const none = { waiting: 0, applied: 0, same: 0, gone: 0, undone: 0, kept: 0 };
  return { ...row, counts: { ...none, ...Object.fromEntries(rows.map((one) => [one.state, one.count])) } };
};

/** Wishes under way, of any company: what a process that died left behind is taken up from here. */
export const readRunningBulks = async (
  tx: Transaction,
): Promise<readonly { readonly workspaceId: WorkspaceId; readonly id: string }[]> =>
  tx
    .select({ workspaceId: bulkActions.workspaceId, id: bulkActions.id })
    .from(bulkActions)
    .where(inArray(bulkActions.state, ['running', 'undoing']))
    .limit(100);

/** Up to when this person had read each of these. */
export const readMarksOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadIds: readonly ThreadId[],
): Promise<
  readonly { readonly id: ThreadId; readonly readUntil: string | null; readonly lastActivityAt: string }[]
> => {
  const { rows } = await tx.execute<{ id: string; readUntil: string | null; lastActivityAt: string }>(sql`
    select t.id, r.read_until::text as "readUntil", t.last_activity_at::text as "lastActivityAt"
    from threads t left join thread_reads r on r.workspace_id = t.workspace_id and r.thread_id = t.id
      and r.person_id = ${personId}
    where t.workspace_id = ${workspaceId} and t.id = any(${uuids(threadIds)})`);
  return rows;
};

/** Null: as if never opened. */
export const saveMarks = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  marks: readonly { readonly id: ThreadId; readonly readUntil: string | null }[],
): Promise<void> => {
  if (marks.length === 0) return;
  const rows = marks.filter(({ readUntil }) => readUntil !== null);
  await tx.execute(sql`
    delete from thread_reads where workspace_id = ${workspaceId} and person_id = ${personId}
      and thread_id = any(${uuids(marks.map(({ id }) => id))})`);
  if (rows.length > 0)
    await tx.execute(sql`
      insert into thread_reads (workspace_id, person_id, thread_id, read_until)
      select ${workspaceId}::uuid, ${personId}::uuid, id, "readUntil"
      from ${rowsOf(rows, { id: 'uuid', readUntil: 'timestamptz' })}`);
};
