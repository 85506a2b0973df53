import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { foldText } from '../../platform/text/index.ts';
import { contacts } from './contacts.table.ts';
import { identities } from './identities.table.ts';
import { records, uuids } from './sql-values.ts';

export type ContactRecord = typeof contacts.$inferSelect;
export type NewContactRecord = typeof contacts.$inferInsert;
export type IdentityRecord = typeof identities.$inferSelect;

/** A person; undefined for one that is not there. One who was made part of another is given with `mergedInto`. */
export const readContact = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  lock?: 'lock',
): Promise<ContactRecord | undefined> => {
  const query = tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, id)));
  const [row] = await (lock ? query.for('no key update') : query);
  return row;
};

export const insertContact = async (tx: Transaction, row: NewContactRecord): Promise<void> => {
  await tx.insert(contacts).values(row);
  await refreshSearched(tx, row.workspaceId, [row.id]);
};

export const updateContact = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<NewContactRecord>,
): Promise<void> => {
  await tx
    .update(contacts)
    .set(change)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, id)));
  await refreshSearched(tx, workspaceId, [id]);
};

/** What a search looks through, from what is known of them now. */
export const refreshSearched = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<void> => {
  const { rows } = await tx.execute<{ id: string; words: string }>(sql`
    select c.id, concat_ws(' ', c.name, c.company, c.place, array_to_string(c.tags, ' '),
      (select string_agg(concat_ws(' ', i.name, i.handle), ' ') from identities i
        where i.workspace_id = c.workspace_id and i.contact_id = c.id)) as words
    from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${uuids(ids)})`);
  const searched = rows.map(({ id, words }) => ({ id, searched: foldText(words) }));
  await tx.execute(sql`
    update contacts c set searched = r.searched
    from json_to_recordset(${records(searched)}) as r(id uuid, searched text)
    where c.workspace_id = ${workspaceId} and c.id = r.id and c.searched <> r.searched`);
};

/** Their accounts, with what the channels told last. */
export const readIdentities = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<readonly IdentityRecord[]> =>
  tx
    .select()
    .from(identities)
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.contactId, contactId)))
    .orderBy(identities.createdAt, identities.id);
