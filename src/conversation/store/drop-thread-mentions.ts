import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** Takes mentions out of their threads: `gone` had nothing else and are deleted, `left` hold something still. */
export const dropThreadMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
): Promise<{ readonly gone: readonly ThreadId[]; readonly left: readonly ThreadId[] }> => {
  const { rows } = await tx.execute<{ id: ThreadId }>(sql`
    delete from thread_mentions where workspace_id = ${workspaceId} and mention_id = any(${uuids(mentionIds)})
    returning thread_id as id`);
  const touched = [...new Set(rows.map(({ id }) => id))];
  if (touched.length === 0) return { gone: [], left: [] };
  await tx.execute(sql`
    select from threads where workspace_id = ${workspaceId} and id = any(${uuids(touched)}) order by id for update`);
  const holds = (table: string) =>
    sql`exists (select from ${sql.raw(table)} x where x.workspace_id = t.workspace_id and x.thread_id = t.id)`;
  const { rows: deleted } = await tx.execute<{ id: ThreadId }>(sql`
    delete from threads t where t.workspace_id = ${workspaceId} and t.id = any(${uuids(touched)})
      and not ${holds('thread_mentions')} and not ${holds('notes')} and not ${holds('replies')} and not ${holds('drafts')}
    returning t.id`);
  const gone = deleted.map(({ id }) => id);
  for (const table of [
    'thread_keys',
    'thread_reads',
    'thread_labels',
    'thread_followers',
    'thread_deadlines',
    'thread_presence',
  ])
    await tx.execute(sql`
      delete from ${sql.raw(table)} where workspace_id = ${workspaceId} and thread_id = any(${uuids(gone)})`);
  const isGone = new Set(gone);
  return { gone, left: touched.filter((id) => !isGone.has(id)) };
};
