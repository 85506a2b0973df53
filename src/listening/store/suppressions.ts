import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** Whether anybody at all asked a company to be left out: nearly always nobody, and then nothing is hashed. */
export const hasSuppressions = async (tx: Transaction, workspaceId: WorkspaceId): Promise<boolean> => {
  const { rows } = await tx.execute(
    sql`select 1 from suppressions where workspace_id = ${workspaceId} limit 1`,
  );
  return rows.length > 0;
};

/** Which of these hashes are of people who asked to be left out, and when they asked. */
export const readSuppressedSince = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Date>> => {
  const { rows } = await tx.execute<{ hash: string; at: string }>(sql`
    select hash, at from suppressions where workspace_id = ${workspaceId} and hash = any(${sql.param([...hashes])}::text[])`);
  return new Map(rows.map(({ hash, at }) => [hash, new Date(at)]));
};

export const writeSuppressions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  hashes: readonly string[],
  at: Date,
): Promise<void> => {
  if (hashes.length === 0) return;
  await tx.execute(sql`
    insert into suppressions (workspace_id, hash, at)
    select ${workspaceId}::uuid, hash, ${at.toISOString()}::timestamptz
      from unnest(${sql.param([...new Set(hashes)].sort())}::text[]) hash
    on conflict do nothing`);
};
