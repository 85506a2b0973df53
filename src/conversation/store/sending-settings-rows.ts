import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { type SendingSettings, usualSending } from '../model/sending-settings.ts';
import { sendingSettings as table } from './sending-settings.table.ts';

/** As the company set them, or as usual. */
export const readSendingSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<SendingSettings> => {
  const { rules, decideWithin, levels, forbiddenWords, ownContacts, version } = table;
  const [row] = await tx
    .select({ rules, decideWithin, levels, forbiddenWords, ownContacts, version })
    .from(table)
    .where(eq(table.workspaceId, workspaceId));
  return row ?? usualSending;
};

/** Writes them over the version that was seen; undefined when somebody was quicker. */
export const saveSendingSettings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { version, ...wish }: SendingSettings,
  updatedAt: Date,
): Promise<SendingSettings | undefined> => {
  const set = { ...wish, version: version + 1, updatedAt };
  const rows =
    version === 0
      ? await tx
          .insert(table)
          .values({ workspaceId, ...set })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(table)
          .set(set)
          .where(and(eq(table.workspaceId, workspaceId), eq(table.version, version)))
          .returning();
  return rows.length > 0 ? { ...wish, version: version + 1 } : undefined;
};
