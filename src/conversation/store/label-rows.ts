import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { LabelColour } from '../model/label.ts';
import { labels, threadLabels } from './labels.table.ts';

export type Label = {
  readonly id: string;
  readonly name: string;
  readonly colour: LabelColour;
  /** Counts every change; who changes it names the one that they saw. */
  readonly version: number;
};

/** The company's labels, by name. */
export const readLabels = (tx: Transaction, workspaceId: WorkspaceId): Promise<Label[]> =>
  tx
    .select({ id: labels.id, name: labels.name, colour: labels.colour, version: labels.version })
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

/** Makes `version` one more. False when it is another by now. */
export const updateLabel = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { id, name, colour, version }: Label,
): Promise<boolean> => {
  const rows = await tx
    .update(labels)
    .set({ name, colour, version: version + 1 })
    .where(and(eq(labels.workspaceId, workspaceId), eq(labels.id, id), eq(labels.version, version)))
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
