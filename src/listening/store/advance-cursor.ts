import { sql } from 'drizzle-orm';
import type { Json } from '../../channels/contract.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { storableJson } from '../model/storable.ts';

/** Moves the place from which receiving goes on, in the transaction that keeps what was received. */
export const advanceCursor = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  cursor: { readonly poll?: Json; readonly stream?: Json },
): Promise<void> => {
  const poll = cursor.poll === undefined ? null : JSON.stringify(storableJson(cursor.poll));
  const stream = cursor.stream === undefined ? null : JSON.stringify(storableJson(cursor.stream));
  await tx.execute(sql`
    update connections set cursor = coalesce(${poll}::jsonb, cursor), stream_cursor = coalesce(${stream}::jsonb, stream_cursor)
     where workspace_id = ${workspaceId} and id = ${connectionId}`);
};
