import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';

export type WithdrawnMention = {
  readonly id: string;
  readonly connectionId: string;
  readonly nativeId: string;
};

/** Deletes mentions with all that was made of them, and authors who have no other. */
export const deleteMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<{ readonly mentions: readonly WithdrawnMention[]; readonly authorIds: readonly string[] }> => {
  const wanted = sql`${sql.param([...ids])}::uuid[]`;
  for (const table of ['watch_matches', 'mention_marks', 'mention_revisions'])
    await tx.execute(sql`
      delete from ${sql.raw(table)} where workspace_id = ${workspaceId} and mention_id = any(${wanted})`);
  const { rows } = await tx.execute<WithdrawnMention & { authorId: string }>(sql`
    delete from mentions where workspace_id = ${workspaceId} and id = any(${wanted})
    returning id, connection_id as "connectionId", native_id as "nativeId", author_id as "authorId"`);
  const items = JSON.stringify(rows.map(({ connectionId, nativeId }) => ({ connectionId, nativeId })));
  for (const table of ['raw_items', 'tombstones'])
    await tx.execute(sql`
      delete from ${sql.raw(table)} r
       using json_to_recordset(${items}::json) as g("connectionId" uuid, "nativeId" text)
       where r.workspace_id = ${workspaceId} and r.connection_id = g."connectionId" and r.native_id = g."nativeId"`);
  const authors = [...new Set(rows.map(({ authorId }) => authorId))];
  const { rows: gone } = await tx.execute<{ id: string }>(sql`
    delete from authors a where a.workspace_id = ${workspaceId} and a.id = any(${sql.param(authors)}::uuid[])
      and not exists (select from mentions m where m.workspace_id = a.workspace_id and m.author_id = a.id)
    returning a.id`);
  return {
    mentions: rows.map(({ id, connectionId, nativeId }) => ({ id, connectionId, nativeId })),
    authorIds: gone.map(({ id }) => id),
  };
};
