import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { fieldTeams } from './field-teams.table.ts';

export type FieldTeamRow = typeof fieldTeams.$inferSelect;

const ofField = (workspaceId: WorkspaceId, fieldId: string) =>
  and(eq(fieldTeams.workspaceId, workspaceId), eq(fieldTeams.fieldId, fieldId));

/** What was proposed last; undefined before the first choice. */
export const findProposal = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  fieldId: string,
): Promise<FieldTeamRow | undefined> => {
  const [row] = await tx
    .select()
    .from(fieldTeams)
    .where(and(ofField(workspaceId, fieldId), isNull(fieldTeams.savedBy)))
    .orderBy(desc(fieldTeams.at))
    .limit(1);
  return row;
};

/** In the place of the proposal before. */
export const replaceProposal = async (
  tx: Transaction,
  row: typeof fieldTeams.$inferInsert,
): Promise<void> => {
  await tx.delete(fieldTeams).where(and(ofField(row.workspaceId, row.fieldId), isNull(fieldTeams.savedBy)));
  await tx.insert(fieldTeams).values(row);
};

/** Keeps a team under a name; the proposal stays on the table. */
export const insertTeam = async (
  tx: Transaction,
  row: typeof fieldTeams.$inferInsert & { readonly name: string; readonly savedBy: PersonId },
): Promise<void> => {
  await tx.insert(fieldTeams).values(row);
};

/** Kept ones, the latest first. */
export const selectTeams = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  fieldId: string,
): Promise<FieldTeamRow[]> =>
  tx
    .select()
    .from(fieldTeams)
    .where(and(ofField(workspaceId, fieldId), isNotNull(fieldTeams.savedBy)))
    .orderBy(desc(fieldTeams.at), desc(fieldTeams.id))
    .limit(100);

export const deleteTeam = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<FieldTeamRow | undefined> => {
  const [row] = await tx
    .delete(fieldTeams)
    .where(and(eq(fieldTeams.workspaceId, workspaceId), eq(fieldTeams.id, id), isNotNull(fieldTeams.savedBy)))
    .returning();
  return row;
};

/** Fields for which a team was proposed or kept. */
export const fieldsWithTeam = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectDistinct({ fieldId: fieldTeams.fieldId })
    .from(fieldTeams)
    .where(eq(fieldTeams.workspaceId, workspaceId));
  return new Set(rows.map(({ fieldId }) => fieldId));
};
