import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { ThreadPlace } from '../model/organise.ts';
import { toInstant, uuids } from './sql-values.ts';

export type LockedPlace = {
  readonly id: ThreadId;
  readonly version: number;
  /** Who made the latest change; null when the conversation itself moved on. */
  readonly changedBy: PersonId | null;
  readonly place: ThreadPlace;
};

type PlaceRow = {
  id: ThreadId;
  version: number;
  changedBy: PersonId | null;
  status: ThreadPlace['status'];
  assigneeId: PersonId | null;
  teamId: string | null;
  snoozedUntil: string | null;
};

/** Holds these threads still until the commit, in an order that two hands never wait for each other in. Those that are no more are left out. */
export const lockPlaces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<readonly LockedPlace[]> => {
  const { rows } = await tx.execute<PlaceRow>(sql`
    select id, version, changed_by as "changedBy", status, assignee_id as "assigneeId", team_id as "teamId",
      snoozed_until as "snoozedUntil"
    from threads where workspace_id = ${workspaceId} and id = any(${uuids(threadIds)}) order by id for update`);
  const worn = await readWornLabels(tx, workspaceId, threadIds);
  return rows.map(({ id, version, changedBy, ...row }) => ({
    id,
    version,
    changedBy,
    place: {
      ...row,
      snoozedUntil: row.status === 'snoozed' && row.snoozedUntil ? toInstant(row.snoozedUntil) : null,
      labelIds: worn.get(id) ?? [],
    },
  }));
};

const readWornLabels = async (tx: Transaction, workspaceId: WorkspaceId, threadIds: readonly ThreadId[]) => {
  const { rows } = await tx.execute<{ id: ThreadId; labelIds: string[] }>(sql`
    select thread_id as id, array_agg(label_id::text order by label_id) as "labelIds" from thread_labels
    where workspace_id = ${workspaceId} and thread_id = any(${uuids(threadIds)}) group by thread_id`);
  return new Map(rows.map(({ id, labelIds }) => [id, labelIds]));
};

export type NewPlace = { readonly id: ThreadId; readonly before: ThreadPlace; readonly after: ThreadPlace };

/** Writes where threads stand now; each has one version more. `changedBy` null: nobody did, the product itself. */
export const savePlaces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  places: readonly NewPlace[],
  changedBy: PersonId | null,
): Promise<void> => {
  if (places.length === 0) return;
  const rows = places.map(({ id, after }) => ({ id, ...after }));
  await tx.execute(sql`
    update threads t set status = r.status, assignee_id = r."assigneeId", team_id = r."teamId",
      snoozed_until = r."snoozedUntil",
      snoozed_by = case when r.status = 'snoozed' then ${changedBy}::uuid end,
      changed_by = ${changedBy}::uuid, version = version + 1
    from ${rowsOf(rows, { id: 'uuid', status: 'text', assigneeId: 'uuid', teamId: 'uuid', snoozedUntil: 'timestamptz' })}
    where t.workspace_id = ${workspaceId} and t.id = r.id`);
  await saveLabels(tx, workspaceId, places);
};

const saveLabels = async (tx: Transaction, workspaceId: WorkspaceId, places: readonly NewPlace[]) => {
  const pairs = (from: 'before' | 'after', to: 'before' | 'after') =>
    places.flatMap((one) =>
      one[from].labelIds
        .filter((labelId) => !one[to].labelIds.includes(labelId))
        .map((labelId) => ({ id: one.id, labelId })),
    );
  const columns = { id: 'uuid', labelId: 'uuid' } as const;
  const [off, on] = [pairs('before', 'after'), pairs('after', 'before')];
  if (off.length > 0)
    await tx.execute(sql`
      delete from thread_labels l using ${rowsOf(off, columns)}
      where l.workspace_id = ${workspaceId} and l.thread_id = r.id and l.label_id = r."labelId"`);
  if (on.length > 0)
    await tx.execute(sql`
      insert into thread_labels (workspace_id, thread_id, label_id)
      select ${workspaceId}::uuid, id, "labelId" from ${rowsOf(on, columns)} on conflict do nothing`);
};

/** Those whose time has come are in sight again, unread for whoever had put them away. At most `limit`. */
export const wakePlaces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
  limit: number,
): Promise<readonly ThreadId[]> => {
  const { rows } = await tx.execute<{ id: ThreadId; snoozedBy: PersonId | null }>(sql`
    with due as (
      select id, snoozed_by from threads
      where workspace_id = ${workspaceId} and status = 'snoozed' and snoozed_until <= ${now.toISOString()}::timestamptz
      order by snoozed_until, id limit ${limit} for update skip locked
    ), unread as (
      delete from thread_reads r using due
      where r.workspace_id = ${workspaceId} and r.thread_id = due.id and r.person_id = due.snoozed_by
    )
    update threads t set status = 'open', snoozed_until = null, snoozed_by = null, changed_by = null,
      version = version + 1
    from due where t.workspace_id = ${workspaceId} and t.id = due.id
    returning t.id`);
  return rows.map(({ id }) => id);
};

/** Companies that have something to wake now. */
export const readWorkspacesToWake = async (tx: Transaction, now: Date): Promise<readonly WorkspaceId[]> => {
  const { rows } = await tx.execute<{ id: WorkspaceId }>(sql`
    select distinct workspace_id as id from threads
    where status = 'snoozed' and snoozed_until <= ${now.toISOString()}::timestamptz`);
  return rows.map(({ id }) => id);
};
