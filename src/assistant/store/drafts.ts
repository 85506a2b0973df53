import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { assistantDrafts } from './assistant-drafts.table.ts';

export type DraftMark = typeof assistantDrafts.$inferSelect;

export const insertDraftMark = async (tx: Transaction, mark: DraftMark): Promise<void> => {
  await tx.insert(assistantDrafts).values(mark);
};

const MOST = 50;

/** The latest drafts proposed in a thread, the latest first. */
export const readDraftMarks = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<readonly DraftMark[]> =>
  tx
    .select()
    .from(assistantDrafts)
    .where(and(eq(assistantDrafts.workspaceId, workspaceId), eq(assistantDrafts.threadId, threadId)))
    .orderBy(desc(assistantDrafts.id))
    .limit(MOST);
