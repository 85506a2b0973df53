import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Scale } from '../model/asking.ts';
import { type AskingSettings, usualSettings } from '../model/settings.ts';
import { askingSettings } from './asking-settings.table.ts';

/** Told with the id of a company whose settings or open questions are others now. */
export const ASKING_SIGNAL = 'passaparola_askings';

export const readSettings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<AskingSettings> => {
  const [row] = await tx.select().from(askingSettings).where(eq(askingSettings.workspaceId, workspaceId));
  if (!row) return usualSettings;
  const { workspaceId: _w, updatedAt: _u, scale, ...rest } = row;
  return { ...rest, scale: scale as Scale };
};

export const saveSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  settings: AskingSettings,
  updatedAt: Date,
): Promise<void> => {
  const set = { ...settings, automaticOn: [...settings.automaticOn], updatedAt };
  await tx
    .insert(askingSettings)
    .values({ workspaceId, ...set })
    .onConflictDoUpdate({ target: askingSettings.workspaceId, set });
  await tellAskings(tx, workspaceId);
};

export const tellAskings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_notify(${ASKING_SIGNAL}, ${workspaceId})`);
};
