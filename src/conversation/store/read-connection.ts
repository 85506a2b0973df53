import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';

export type ThreadConnection = {
  readonly id: ConnectionId;
  readonly name: string;
  readonly channel: string;
  readonly state: 'active' | 'paused' | 'needs-attention' | 'removed';
};

/** The connection that a thread is on, removed ones included: what they brought stays. */
export const readThreadConnection = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
): Promise<ThreadConnection | undefined> => {
  const { rows } = await tx.execute<ThreadConnection>(sql`
    select id, name, channel, case when removed_at is null then state else 'removed' end as state
    from connections where workspace_id = ${workspaceId} and id = ${connectionId}`);
  return rows[0];
};
