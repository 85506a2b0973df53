import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/**
 * What threads that stay still know of mentions that are gone: the native ids by which they were told (on some networks
 * those name who wrote), and to whom and to what our finished answers went. `keys` are the ids as `thread_keys` has them.
 */
export const forgetTraces = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  gone: {
    readonly ids: readonly MentionId[];
    readonly keys: readonly string[];
  },
): Promise<void> => {
  if (gone.ids.length === 0) return;
  const keys = sql`${sql.param([...gone.keys])}::text[]`;
  await tx.execute(sql`
    update threads set root_native_id = id::text
     where workspace_id = ${workspaceId} and root_native_id = any(${keys})
       and id in (select thread_id from thread_keys
         where workspace_id = ${workspaceId} and key = any(${keys}))`);
  await tx.execute(sql`
    delete from thread_keys where workspace_id = ${workspaceId} and key = any(${keys})`);
  await tx.execute(sql`
    update replies set draft = null
     where workspace_id = ${workspaceId} and mention_id = any(${uuids(gone.ids)}) and state not in ('held', 'sending')`);
};
