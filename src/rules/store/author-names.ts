import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

export type NamedThread = {
  readonly name: string | null;
  readonly channel: string;
  readonly preview: string;
};

/** Who conversations are with, and their first words; those that the reader may not see are left out. */
export const readAuthorNames = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<ReadonlyMap<ThreadId, NamedThread>> => {
  if (threadIds.length === 0) return new Map();
  const { rows } = await tx.execute<NamedThread & { id: ThreadId }>(sql`
    select id, coalesce(author_name, author_handle) as name, channel, preview from threads
    where workspace_id = ${workspaceId} and id = any(${uuids(threadIds)})`);
  return new Map(rows.map(({ id, ...named }) => [id, named]));
};
