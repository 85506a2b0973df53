import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** What the company listens for: the words of its watches, and of the fields that it described. Each once. */
export const readCompanyWords = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ word: string }>(sql`
    select jsonb_array_elements_text(terms) as word from watches where workspace_id = ${workspaceId}
    union
    select unnest(words || tags) from fields where workspace_id = ${workspaceId}
    order by 1`);
  return rows.map(({ word }) => word);
};
