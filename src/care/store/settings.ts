import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { usualSolveWithin } from '../model/deadline.ts';
import { careSettings } from './register.table.ts';

export type CareSettings = typeof careSettings.$inferSelect;

const usual = (workspaceId: WorkspaceId): CareSettings => ({
  workspaceId,
  opensByItself: true,
  sureFrom: 0.8,
  solveWithin: usualSolveWithin,
  isPublic: false,
  publicSince: null,
  italian: '',
  english: '',
  sealedKey: null,
  publicKey: null,
  lastNumber: 0,
});

export const readSettings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<CareSettings> => {
  const [row] = await tx.select().from(careSettings).where(eq(careSettings.workspaceId, workspaceId));
  return row ?? usual(workspaceId);
};

/** The settings, held until our transaction ends: whoever opens cases does it one after the other. */
export const holdSettings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<CareSettings> => {
  await tx.insert(careSettings).values(usual(workspaceId)).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(careSettings)
    .where(eq(careSettings.workspaceId, workspaceId))
    .for('update');
  return row ?? usual(workspaceId);
};

export const changeSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  change: Partial<Omit<CareSettings, 'workspaceId' | 'lastNumber'>>,
): Promise<void> => {
  if (Object.keys(change).length === 0) return;
  await tx.update(careSettings).set(change).where(eq(careSettings.workspaceId, workspaceId));
};

/** The next number of a case. The settings must be held. */
export const takeNumber = async (tx: Transaction, workspaceId: WorkspaceId): Promise<number> => {
  const [row] = await tx
    .update(careSettings)
    .set({ lastNumber: sql`${careSettings.lastNumber} + 1` })
    .where(and(eq(careSettings.workspaceId, workspaceId)))
    .returning({ number: careSettings.lastNumber });
  return row?.number ?? 1;
};
