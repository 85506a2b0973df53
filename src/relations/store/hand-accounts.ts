import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { records, time, uuids } from './sql-values.ts';

/**
 * One account of each of these people, their oldest: what is entered by hand hangs from it. Who has none gets one of the
 * by-hand channel. By contact; people who are not there, or became part of another, are absent.
 */
export const oneAccountEach = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await tx.execute<{ contactId: string; identityId: string | null }>(sql`
    select c.id as "contactId", (
      select i.id from identities i where i.workspace_id = c.workspace_id and i.contact_id = c.id
      order by i.created_at, i.id limit 1) as "identityId"
    from contacts c
    where c.workspace_id = ${workspaceId} and c.id = any(${uuids(contactIds)}) and c.merged_into is null`);
  const missing = rows
    .filter(({ identityId }) => identityId === null)
    .map(({ contactId }) => ({ id: newId(), contact: contactId, native: `contact:${contactId}` }));
  if (missing.length > 0)
    await tx.execute(sql`
      insert into identities (workspace_id, id, contact_id, channel, native_id, created_at)
      select ${workspaceId}::uuid, id, contact, 'by-hand', native, ${time(now)}
      from json_to_recordset(${records(missing)}) as r(id uuid, contact uuid, native text)`);
  const made = new Map(missing.map(({ id, contact }) => [contact, id]));
  return new Map(
    rows.map(({ contactId, identityId }) => [contactId, identityId ?? made.get(contactId) ?? '']),
  );
};
