import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import type { Role } from '../model/policy.ts';
import { memberships } from './memberships.table.ts';
import { workspaces } from './workspaces.table.ts';

export type Workspace = Omit<typeof workspaces.$inferSelect, 'createdAt'>;

const columns = {
  id: workspaces.id,
  name: workspaces.name,
  slug: workspaces.slug,
  timeZone: workspaces.timeZone,
  register: workspaces.register,
  nature: workspaces.nature,
};

/** False when the slug is taken. */
export const insertWorkspace = async (
  tx: Transaction,
  workspace: typeof workspaces.$inferInsert,
): Promise<boolean> => {
  const inserted = await tx
    .insert(workspaces)
    .values(workspace)
    .onConflictDoNothing({ target: workspaces.slug })
    .returning({ id: workspaces.id });
  return inserted.length > 0;
};

export const findWorkspace = async (tx: Transaction, workspaceId: WorkspaceId): Promise<Workspace | null> => {
  const [found] = await tx.select(columns).from(workspaces).where(eq(workspaces.id, workspaceId)).limit(1);
  return found ?? null;
};

export type WorkspaceChanges = Partial<Pick<Workspace, 'name' | 'timeZone' | 'register'>>;

export const updateWorkspaceRow = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  changes: WorkspaceChanges,
): Promise<void> => {
  await tx.update(workspaces).set(changes).where(eq(workspaces.id, workspaceId));
};

/** Holds back whoever else would change the members of this company until our transaction ends. */
export const lockWorkspace = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for('no key update');
};

/** The companies where a person works, by name. Needs a transaction over the whole installation. */
export const selectWorkspacesOf = async (
  tx: Transaction,
  personId: PersonId,
): Promise<readonly (Workspace & { readonly roles: readonly Role[] })[]> => {
  const rows = await tx
    .select({ ...columns, roles: memberships.roles })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(workspaces.name), asc(workspaces.id));
  return rows.map((row) => ({ ...row, roles: row.roles as Role[] }));
};
