import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { sourceKeys } from '../model/interactions/source-key.ts';

/** Takes away all edges of what was entered by hand under this id; gives back whose accounts they joined. */
export const deleteByHand = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ ends: (string | null)[] }>(sql`
    delete from interactions
    where workspace_id = ${workspaceId} and source_key >= ${`${sourceKeys.byHand(id)}:`}
      and source_key < ${`${sourceKeys.byHand(id)};`}
    returning array[from_identity, to_identity] as ends`);
  return [...new Set(rows.flatMap(({ ends }) => ends.filter((end) => end !== null)))];
};
