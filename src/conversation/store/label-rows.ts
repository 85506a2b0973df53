import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { LabelColour } from '../model/label.ts';
import { labels, threadLabels } from './labels.table.ts';

export type Label = { readonly id: string; readonly name: string; readonly colour: LabelColour };

/** The company's labels, by name. */
export const readLabels = (tx: Transaction, workspaceId: WorkspaceId): Promise<Label[]> =>
  tx
    .select({ id: labels.id, name: labels.name, colour: labels.colour })
    .from(labels)
    .where(eq(labels.workspaceId, workspaceId))
    .orderBy(sql`lower(${labels.name})`, labels.id);

export const insertLabel = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  label: Label,
  createdAt: Date,
): Promise<void> => {
  await tx.insert(labels).values({ workspaceId, ...label, createdAt });
};

/** False when there is no such label. */
export const updateLabel = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { id, name, colour }: Label,
): Promise<boolean> => {
  const rows = await tx
    .update(labels)
    .set({ name, colour })
    .where(and(eq(labels.workspaceId, workspaceId), eq(labels.id, id)))
    .returning({ id: labels.id });
  return rows.length > 0;
};

/** Takes it off everything that wears it, too. False when there was none. */
export const deleteLabel = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> => {
  await tx
    .delete(threadLabels)
    .where(and(eq(threadLabels.workspaceId, workspaceId), eq(threadLabels.labelId, id)));
  const rows = await tx
    .delete(labels)
    .where(and(eq(labels.workspaceId, workspaceId), eq(labels.id, id)))
    .returning({ id: labels.id });
  return rows.length > 0;
};
