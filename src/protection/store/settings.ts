import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { protectionSettings } from './protection-settings.table.ts';

export type ProtectionSettings = typeof protectionSettings.$inferSelect;

/** Five years, as long as a claim for damages lasts (Italian civil code, art. 2947); the company may choose less or more. */
const USUAL_KEEP_MONTHS = 60;

const usual = (workspaceId: WorkspaceId): ProtectionSettings => ({
  workspaceId,
  keepMonths: USUAL_KEEP_MONTHS,
  signatory: '',
  email: '',
  sealedKey: null,
  publicKey: null,
  lastNumber: 0,
});

export const readSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ProtectionSettings> => {
  const [row] = await tx
    .select()
    .from(protectionSettings)
    .where(eq(protectionSettings.workspaceId, workspaceId));
  return row ?? usual(workspaceId);
};

/** The settings, held until our transaction ends. */
export const holdSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ProtectionSettings> => {
  await tx.insert(protectionSettings).values(usual(workspaceId)).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(protectionSettings)
    .where(eq(protectionSettings.workspaceId, workspaceId))
    .for('update');
  return row ?? usual(workspaceId);
};

export const changeSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  change: Partial<Omit<ProtectionSettings, 'workspaceId' | 'lastNumber'>>,
): Promise<void> => {
  if (Object.keys(change).length === 0) return;
  await tx.update(protectionSettings).set(change).where(eq(protectionSettings.workspaceId, workspaceId));
};

/** The next number of a report. The settings must be held. */
export const takeNumber = async (tx: Transaction, workspaceId: WorkspaceId): Promise<number> => {
  const [row] = await tx
    .update(protectionSettings)
    .set({ lastNumber: sql`${protectionSettings.lastNumber} + 1` })
    .where(eq(protectionSettings.workspaceId, workspaceId))
    .returning({ number: protectionSettings.lastNumber });
  return row?.number ?? 1;
};
