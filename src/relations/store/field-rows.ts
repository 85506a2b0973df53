import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Gathering } from '../model/field/gathering.ts';
import { fieldTeams } from './field-teams.table.ts';
import { fieldSnapshots, fields } from './fields.table.ts';
import { time } from './sql-values.ts';

export type FieldRow = typeof fields.$inferSelect;
export type FieldChange = Partial<
  Pick<
    FieldRow,
    | 'name'
    | 'description'
    | 'words'
    | 'tags'
    | 'places'
    | 'seeds'
    | 'watchIds'
    | 'hoursPerMonth'
    | 'bandFrom'
    | 'bandTo'
  >
>;

const one = (workspaceId: WorkspaceId, id: string) =>
  and(eq(fields.workspaceId, workspaceId), eq(fields.id, id));

export const selectFields = (tx: Transaction, workspaceId: WorkspaceId): Promise<FieldRow[]> =>
  tx.select().from(fields).where(eq(fields.workspaceId, workspaceId)).orderBy(asc(fields.id));

export const findField = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<FieldRow | undefined> => {
  const [row] = await tx.select().from(fields).where(one(workspaceId, id));
  return row;
};

/** Held still until the commit. */
export const lockField = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<FieldRow | undefined> => {
  const [row] = await tx.select().from(fields).where(one(workspaceId, id)).for('update');
  return row;
};

export const insertField = async (tx: Transaction, row: typeof fields.$inferInsert): Promise<FieldRow> => {
  const [made] = await tx.insert(fields).values(row).returning();
  if (!made) throw new Error('an inserted field came back as nothing');
  return made;
};

/** What was counted no longer holds: the next look counts again. */
export const updateField = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: FieldChange,
  at: Date,
): Promise<FieldRow | undefined> => {
  const [row] = await tx
    .update(fields)
    .set({ ...change, updatedAt: at, gathering: null, gatheredAt: null })
    .where(one(workspaceId, id))
    .returning();
  return row;
};

/** With its teams and its days. */
export const deleteField = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<FieldRow | undefined> => {
  await tx.delete(fieldTeams).where(and(eq(fieldTeams.workspaceId, workspaceId), eq(fieldTeams.fieldId, id)));
  await tx
    .delete(fieldSnapshots)
    .where(and(eq(fieldSnapshots.workspaceId, workspaceId), eq(fieldSnapshots.fieldId, id)));
  const [row] = await tx.delete(fields).where(one(workspaceId, id)).returning();
  return row;
};

export const saveGathering = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  gathering: Gathering,
  at: Date,
): Promise<void> => {
  await tx.update(fields).set({ gathering, gatheredAt: at }).where(one(workspaceId, id));
};

/** Begins (a token), moves on, or ends (null) the choice of a field's team. */
export const noteChoice = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  choice: {
    readonly state: FieldRow['state'];
    readonly progress: number | null;
    readonly choiceToken: string | null;
  },
): Promise<void> => {
  await tx.update(fields).set(choice).where(one(workspaceId, id));
};

/** Moves the choice on; false when it is another by now, or called off. */
export const moveChoice = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  token: string,
  progress: number,
): Promise<boolean> => {
  const moved = await tx
    .update(fields)
    .set({ progress })
    .where(and(one(workspaceId, id), eq(fields.choiceToken, token)))
    .returning({ id: fields.id });
  return moved.length > 0;
};

export type FieldDay = Omit<typeof fieldSnapshots.$inferSelect, 'workspaceId'>;

/** Of each day the last. */
export const writeFieldDay = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  row: FieldDay,
): Promise<void> => {
  const { fieldId: _field, day: _day, ...figures } = row;
  await tx
    .insert(fieldSnapshots)
    .values({ workspaceId, ...row })
    .onConflictDoUpdate({
      target: [fieldSnapshots.workspaceId, fieldSnapshots.fieldId, fieldSnapshots.day],
      set: figures,
    });
};

export const readFieldDays = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  fieldId: string,
): Promise<Omit<FieldDay, 'fieldId'>[]> =>
  tx
    .select({
      day: fieldSnapshots.day,
      mentions: fieldSnapshots.mentions,
      people: fieldSnapshots.people,
      reactionPairs: fieldSnapshots.reactionPairs,
      effectiveSize: fieldSnapshots.effectiveSize,
      circlesReached: fieldSnapshots.circlesReached,
      withinTwoSteps: fieldSnapshots.withinTwoSteps,
    })
    .from(fieldSnapshots)
    .where(and(eq(fieldSnapshots.workspaceId, workspaceId), eq(fieldSnapshots.fieldId, fieldId)))
    .orderBy(asc(fieldSnapshots.day));

/** Fields of all companies, for the work of the night: runs as the installation. */
export const everyField = async (
  tx: Transaction,
): Promise<readonly { readonly workspaceId: WorkspaceId; readonly id: string }[]> => {
  const { rows } = await tx.execute<{ workspaceId: string; id: string }>(
    sql`select workspace_id as "workspaceId", id from fields order by workspace_id, id`,
  );
  return rows;
};

export type TalkMonth = {
  readonly month: string;
  readonly said: number;
  readonly cameBack: number;
  readonly spokeWith: number;
};

/** What passed between us and these people, month by month, from `since` on. */
export const readTalkMonths = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  since: Date,
): Promise<readonly TalkMonth[]> => {
  const { rows } = await tx.execute<TalkMonth>(sql`
    with accounts as (
      select id, contact_id from identities where workspace_id = ${workspaceId} and profiling
        and contact_id = any(${sql.param([...contactIds])}::uuid[])
    ), talk as (
      select x.at, a.contact_id, 1 as said, 0 as came from accounts a join interactions x
        on x.workspace_id = ${workspaceId} and x.to_identity = a.id and x.from_identity is null
      union all
      select x.at, a.contact_id, 0, 1 from accounts a join interactions x
        on x.workspace_id = ${workspaceId} and x.from_identity = a.id and x.to_identity is null
    )
    select to_char(at, 'YYYY-MM') as month, sum(said)::int as said, sum(came)::int as "cameBack",
      count(distinct contact_id)::int as "spokeWith"
    from talk where at >= ${time(since)} group by 1 order by 1`);
  return rows;
};
