import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';

/** Read up to `until`, never less than before. */
export const markRead = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadId: ThreadId,
  until: Date,
): Promise<void> => {
  await tx.execute(sql`
    insert into thread_reads (workspace_id, person_id, thread_id, read_until)
    values (${workspaceId}, ${personId}, ${threadId}, ${until.toISOString()}::timestamptz)
    on conflict (workspace_id, person_id, thread_id) do update set
      read_until = greatest(thread_reads.read_until, excluded.read_until)`);
};

/** As if never opened. */
export const markUnread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadId: ThreadId,
): Promise<void> => {
  await tx.execute(sql`
    delete from thread_reads
    where workspace_id = ${workspaceId} and person_id = ${personId} and thread_id = ${threadId}`);
};
