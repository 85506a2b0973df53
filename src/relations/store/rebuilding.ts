import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';

/** The next mentions by their ids, from the first on. */
export const mentionsAfter = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  after: MentionId | null,
  limit: number,
): Promise<readonly MentionId[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from mentions where workspace_id = ${workspaceId} ${after === null ? sql`` : sql`and id > ${after}`}
    order by id limit ${limit}`);
  return rows.map(({ id }) => id);
};

export const contactsAfter = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  after: string | null,
  limit: number,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from contacts where workspace_id = ${workspaceId} ${after === null ? sql`` : sql`and id > ${after}`}
    order by id limit ${limit}`);
  return rows.map(({ id }) => id);
};

/**
 * Companies that had heard things before this room was there: none of it has been recorded. Each is told once, over the
 * whole installation.
 */
export const takeUnrecorded = async (tx: Transaction): Promise<readonly WorkspaceId[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into relation_states (workspace_id)
    select w.id from workspaces w
    where exists (select from mentions m where m.workspace_id = w.id)
      and not exists (select from identities i where i.workspace_id = w.id)
    on conflict do nothing
    returning workspace_id as id`);
  return rows.map(({ id }) => id);
};

/** Every company where people are known. */
export const companiesWithPeople = async (tx: Transaction): Promise<readonly WorkspaceId[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`select workspace_id as id from relation_states`);
  return rows.map(({ id }) => id);
};

/** The next mentions by one person, by their ids. */
export const mentionsOfContact = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
  after: MentionId | null,
  limit: number,
): Promise<readonly MentionId[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.id from identities i
    join mentions m on m.workspace_id = i.workspace_id and m.author_id = i.author_id
    where i.workspace_id = ${workspaceId} and i.contact_id = ${contactId}
      ${after === null ? sql`` : sql`and m.id > ${after}`}
    order by m.id limit ${limit}`);
  return rows.map(({ id }) => id);
};
