import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { privacyRequests } from './privacy-requests.table.ts';

export type PrivacyRequestRow = typeof privacyRequests.$inferSelect;

export const insertPrivacyRequest = async (tx: Transaction, row: PrivacyRequestRow): Promise<void> => {
  await tx.insert(privacyRequests).values(row);
};

/** How many came since then: from this sender, and from anybody. Who sent what is forgotten with the hour. */
export const countRecentRequests = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  sender: string | null,
  since: { readonly hour: Date; readonly day: Date },
): Promise<{ readonly ofSender: number; readonly ofAll: number }> => {
  await tx.execute(sql`
    update privacy_requests set sender = null
     where workspace_id = ${workspaceId} and sender is not null and received_at < ${since.hour.toISOString()}::timestamptz`);
  const { rows } = await tx.execute<{ ofSender: number; ofAll: number }>(sql`
    select count(*) filter (where sender = ${sender})::int as "ofSender", count(*)::int as "ofAll"
      from privacy_requests
     where workspace_id = ${workspaceId} and received_at >= ${since.day.toISOString()}::timestamptz`);
  return rows[0] ?? { ofSender: 0, ofAll: 0 };
};

/** The latest first, at most 200; those that wait before all others. */
export const selectPrivacyRequests = (tx: Transaction, workspaceId: WorkspaceId) =>
  tx
    .select()
    .from(privacyRequests)
    .where(eq(privacyRequests.workspaceId, workspaceId))
    .orderBy(sql`${privacyRequests.state} <> 'open'`, desc(privacyRequests.receivedAt))
    .limit(200);

export const holdPrivacyRequest = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<PrivacyRequestRow | undefined> => {
  const [row] = await tx
    .select()
    .from(privacyRequests)
    .where(and(eq(privacyRequests.workspaceId, workspaceId), eq(privacyRequests.id, id)))
    .for('update');
  return row;
};

/** Closed: who asked is forgotten, what was done stays in numbers. */
export const closePrivacyRequest = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  closed: Pick<PrivacyRequestRow, 'state' | 'closedAt' | 'closedBy' | 'receipt'>,
): Promise<void> => {
  await tx
    .update(privacyRequests)
    .set({ ...closed, accounts: null, contact: null, message: null, sender: null })
    .where(and(eq(privacyRequests.workspaceId, workspaceId), eq(privacyRequests.id, id)));
};
