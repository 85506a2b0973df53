import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';

/** Says within how many working minutes at most these shall hear from us; null: as usual. Their clocks are set when the change is told. */
export const saveAnswerWithin = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  wishes: readonly { readonly id: ThreadId; readonly within: number | null }[],
): Promise<void> => {
  if (wishes.length === 0) return;
  await tx.execute(sql`
    update threads t set answer_within = r.within from ${rowsOf(wishes, { id: 'uuid', within: 'integer' })}
    where t.workspace_id = ${workspaceId} and t.id = r.id`);
};
