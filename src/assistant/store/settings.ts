import { eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { type AssistantSettings, noAssistant } from '../model/settings.ts';
import { assistantSettings } from './assistant-settings.table.ts';

export const readSettings = async (tx: Transaction, workspaceId: WorkspaceId): Promise<AssistantSettings> => {
  const [row] = await tx
    .select()
    .from(assistantSettings)
    .where(eq(assistantSettings.workspaceId, workspaceId));
  return row ?? noAssistant;
};

export const saveSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  settings: AssistantSettings,
): Promise<void> => {
  await tx
    .insert(assistantSettings)
    .values({ ...settings, workspaceId })
    .onConflictDoUpdate({ target: assistantSettings.workspaceId, set: settings });
};
