import { sql } from 'drizzle-orm';
import { searchMentions } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** The latest mentions that answer to a search are enough to page through their threads. */
const LATEST_FOUND = 500;

/** Threads with a mention that answers to these words, by the latest such mentions. */
export const searchThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  words: string,
): Promise<readonly ThreadId[]> => {
  const found = await searchMentions(tx, words, { limit: LATEST_FOUND });
  const ids = found.map((place) => place.id);
  return [...new Set((await readThreadsOf(tx, workspaceId, ids)).values())];
};

/** In which thread each of these mentions stands; those that have not been threaded yet are left out. */
export const readThreadsOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
): Promise<ReadonlyMap<MentionId, ThreadId>> => {
  const { rows } = await tx.execute<{ mentionId: string; threadId: string }>(sql`
    select mention_id as "mentionId", thread_id as "threadId" from thread_mentions
    where workspace_id = ${workspaceId} and mention_id = any(${uuids(mentionIds)})`);
  return new Map(rows.map((row) => [row.mentionId, row.threadId]));
};
