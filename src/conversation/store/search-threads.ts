import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';

/** The latest mentions that answer to a search are enough to page through their threads. */
const LATEST_FOUND = 500;

/** Threads with a mention that holds these words (Italian stems, accents and case folded), by the latest such mention. */
export const searchThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  words: string,
): Promise<readonly ThreadId[]> => {
  const { rows } = await tx.execute<{ threadId: string }>(sql`
    select distinct p.thread_id as "threadId" from (
      select m.id from mentions m
      where m.workspace_id = ${workspaceId}
        and m.search @@ websearch_to_tsquery('italian', passaparola_fold(${words}))
      order by m.said_at desc limit ${LATEST_FOUND}
    ) found
    join thread_mentions p on p.workspace_id = ${workspaceId} and p.mention_id = found.id`);
  return rows.map((row) => row.threadId);
};
