import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { assistantDrafts } from './assistant-drafts.table.ts';

export type DraftMark = typeof assistantDrafts.$inferSelect;

export const insertDraftMark = async (tx: Transaction, mark: DraftMark): Promise<void> => {
  await tx.insert(assistantDrafts).values(mark);
};

const MOST = 50;

/** The latest drafts proposed to answer these mentions, the latest first. */
export const readDraftMarks = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
): Promise<readonly DraftMark[]> =>
  tx
    .select()
    .from(assistantDrafts)
    .where(
      and(eq(assistantDrafts.workspaceId, workspaceId), inArray(assistantDrafts.mentionId, [...mentionIds])),
    )
    .orderBy(desc(assistantDrafts.id))
    .limit(MOST);
