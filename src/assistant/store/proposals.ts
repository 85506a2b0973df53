import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { assistantReadings } from './assistant-readings.table.ts';

export type Proposal = typeof assistantReadings.$inferSelect;

export const saveProposal = async (tx: Transaction, proposal: Proposal): Promise<void> => {
  const { workspaceId: _workspaceId, mentionId: _mentionId, ...said } = proposal;
  await tx
    .insert(assistantReadings)
    .values(proposal)
    .onConflictDoUpdate({ target: [assistantReadings.workspaceId, assistantReadings.mentionId], set: said });
};

export const readProposals = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<ReadonlyMap<MentionId, Proposal>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(assistantReadings)
    .where(
      and(eq(assistantReadings.workspaceId, workspaceId), inArray(assistantReadings.mentionId, [...ids])),
    );
  return new Map(rows.map((row) => [row.mentionId, row]));
};

/** What was made of texts that are gone goes too. */
export const forgetProposals = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .delete(assistantReadings)
    .where(
      and(eq(assistantReadings.workspaceId, workspaceId), inArray(assistantReadings.mentionId, [...ids])),
    );
};
