import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { evidence, evidenceFiles } from './evidence.table.ts';

export type KeptEvidence = typeof evidence.$inferSelect;
export type KeptFile = typeof evidenceFiles.$inferSelect;

export const insertEvidence = async (tx: Transaction, rows: readonly KeptEvidence[]): Promise<void> => {
  if (rows.length > 0) await tx.insert(evidence).values([...rows]);
};

export const readEvidence = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  reportId: string,
): Promise<readonly KeptEvidence[]> =>
  tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.workspaceId, workspaceId), eq(evidence.reportId, reportId)))
    .orderBy(asc(evidence.collectedAt), sql`record->>'saidAt'`, asc(evidence.id));

export const insertFile = async (tx: Transaction, file: KeptFile): Promise<void> => {
  await tx.insert(evidenceFiles).values(file);
};

const where = (workspaceId: WorkspaceId, reportId: string) =>
  and(eq(evidenceFiles.workspaceId, workspaceId), eq(evidenceFiles.reportId, reportId));

/** What files there are, without their bytes. */
export const listFiles = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  reportId: string,
): Promise<readonly Omit<KeptFile, 'content' | 'workspaceId' | 'reportId'>[]> => {
  const { id, name, mediaType, byteLength, sha256, addedAt, addedBy } = evidenceFiles;
  return tx
    .select({ id, name, mediaType, byteLength, sha256, addedAt, addedBy })
    .from(evidenceFiles)
    .where(where(workspaceId, reportId))
    .orderBy(asc(addedAt), asc(id));
};

export const readFiles = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  reportId: string,
): Promise<readonly KeptFile[]> =>
  tx
    .select()
    .from(evidenceFiles)
    .where(where(workspaceId, reportId))
    .orderBy(asc(evidenceFiles.addedAt), asc(evidenceFiles.id));

export const findFile = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  reportId: string,
  id: string,
): Promise<KeptFile | undefined> => {
  const [row] = await tx
    .select()
    .from(evidenceFiles)
    .where(and(where(workspaceId, reportId), eq(evidenceFiles.id, id)));
  return row;
};

/** How many mentions of these authors are kept as evidence: what an erasure leaves, and says. */
export const countEvidenceOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly string[],
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(distinct mention_id)::int as count from evidence
    where workspace_id = ${workspaceId} and author_id = any(${sql.param([...authorIds])}::uuid[])`);
  return rows[0]?.count ?? 0;
};
