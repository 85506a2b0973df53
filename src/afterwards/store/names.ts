import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** For each mention the conversation it is in and who said it. */
export const threadNames = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly threadId: string; readonly authorName: string | null }>> => {
  if (mentionIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ mentionId: string; threadId: string; authorName: string | null }>(sql`
    select m.id as "mentionId", x.thread_id as "threadId", coalesce(a.name, a.handle) as "authorName" from mentions m
    join thread_mentions x on x.workspace_id = m.workspace_id and x.mention_id = m.id
    join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id
    where m.workspace_id = ${workspaceId} and m.id = any(${sql.param([...mentionIds])}::uuid[])`);
  return new Map(rows.map(({ mentionId, ...rest }) => [mentionId, rest]));
};

export const teamNames = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from teams where workspace_id = ${workspaceId}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
