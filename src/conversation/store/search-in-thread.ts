import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { texts, toInstant } from './sql-values.ts';

export type FoundTurn = { readonly mentionId: MentionId; readonly saidAt: string };

/** The turns of one thread that hold all these words or parts of them, whatever accents and capitals; the latest first. */
export const searchInThread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  parts: readonly string[],
  limit: number,
): Promise<readonly FoundTurn[]> => {
  const patterns = parts.map((part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await tx.execute<FoundTurn>(sql`
    select t.mention_id as "mentionId", t.said_at as "saidAt"
    from thread_mentions t
    cross join lateral (
      select coalesce(title, '') || ' ' || body as words from mentions
      where workspace_id = ${workspaceId} and id = t.mention_id limit 1
    ) m
    where t.workspace_id = ${workspaceId} and t.thread_id = ${threadId} and not t.removed
      and passaparola_fold(m.words) ilike all(array(select passaparola_fold(p) from unnest(${texts(patterns)}) p))
    order by t.said_at desc, t.mention_id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, saidAt: toInstant(row.saidAt) }));
};
