import { and, desc, eq, lt } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { auditEntries } from './audit-entries.table.ts';
import { users } from './users.table.ts';

export const insertAuditEntry = async (
  tx: Transaction,
  entry: typeof auditEntries.$inferInsert,
): Promise<void> => {
  await tx.insert(auditEntries).values(entry);
};

/** The latest first; `before` is the id of the last entry of the page above. */
export const selectAuditEntries = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  page: { readonly before?: string | undefined; readonly limit: number },
) =>
  tx
    .select({
      id: auditEntries.id,
      personId: auditEntries.personId,
      personName: users.name,
      action: auditEntries.action,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      details: auditEntries.details,
      createdAt: auditEntries.createdAt,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.personId))
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        page.before ? lt(auditEntries.id, page.before) : undefined,
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(page.limit);
