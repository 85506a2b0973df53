import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { type Following, unfollowAll } from '../store/follower-rows.ts';

export type Traces = {
  readonly following: readonly Following[];
  readonly noteIds: readonly string[];
  /** Drafts that nobody has touched since `at`: what a person has written stays. */
  readonly drafts: readonly { readonly threadId: ThreadId; readonly personId: PersonId; readonly at: Date }[];
};

/** Takes back what a room above had written beside conversations. */
export const takeBackTraces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { following, noteIds, drafts }: Traces,
  now: Date,
): Promise<void> => {
  await unfollowAll(tx, workspaceId, following);
  if (noteIds.length > 0)
    await tx.execute(sql`
      update notes set body = '', removed_at = ${now.toISOString()}::timestamptz
      where workspace_id = ${workspaceId} and id = any(${sql.param([...noteIds])}::uuid[]) and removed_at is null`);
  if (drafts.length > 0)
    await tx.execute(sql`
      delete from drafts d using ${rowsOf(drafts, { threadId: 'uuid', personId: 'uuid', at: 'timestamptz' })}
      where d.workspace_id = ${workspaceId} and d.thread_id = r."threadId" and d.person_id = r."personId"
        and d.updated_at = r.at`);
};
