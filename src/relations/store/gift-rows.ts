import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { gifts } from './gifts.table.ts';

export type GiftRow = typeof gifts.$inferSelect;

export const insertGift = async (tx: Transaction, row: GiftRow): Promise<void> => {
  await tx.insert(gifts).values(row);
};

export const deleteGift = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<GiftRow | undefined> => {
  const [row] = await tx
    .delete(gifts)
    .where(and(eq(gifts.workspaceId, workspaceId), eq(gifts.id, id)))
    .returning();
  return row;
};

/** What somebody was given, the latest first. */
export const readGifts = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<readonly GiftRow[]> =>
  tx
    .select()
    .from(gifts)
    .where(and(eq(gifts.workspaceId, workspaceId), eq(gifts.contactId, contactId)))
    .orderBy(desc(gifts.at), desc(gifts.id))
    .limit(200);
