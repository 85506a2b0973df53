import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { OwnValues } from '../model/ties/kind-value.ts';

/** What the company says that kinds of interaction are worth; nothing where it has said nothing. */
export const readOwnValues = async (tx: Transaction, workspaceId: WorkspaceId): Promise<OwnValues> => {
  const { rows } = await tx.execute<{ values: OwnValues }>(
    sql`select kind_values as values from relation_states where workspace_id = ${workspaceId}`,
  );
  return rows[0]?.values ?? {};
};

export const writeOwnValues = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  values: OwnValues,
): Promise<void> => {
  await tx.execute(sql`
    insert into relation_states (workspace_id, kind_values) values (${workspaceId}, ${JSON.stringify(values)}::jsonb)
    on conflict (workspace_id) do update set kind_values = excluded.kind_values`);
};
