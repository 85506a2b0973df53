import { sql } from 'drizzle-orm';
import type { KnownItem } from '../../channels/contract.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';

/** What a connection brought whose words are still kept, by native id, from `after` on. */
export const readKept = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly KnownItem[]> => {
  const { rows } = await tx.execute<KnownItem>(sql`
    select native_id as "nativeId", ours, reply_context as context from mentions
     where workspace_id = ${workspaceId} and connection_id = ${connectionId} and native_id > ${after}
       and removed_at is null and (body <> '' or title is not null)
     order by native_id limit ${limit}`);
  return rows;
};
