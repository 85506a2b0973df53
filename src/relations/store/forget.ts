import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { texts, uuids } from './sql-values.ts';

/** Takes people out of every score and tie. */
export const forgetScores = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<number> => {
  const ids = uuids(contactIds);
  await tx.execute(sql`
    delete from contact_ties where workspace_id = ${workspaceId} and (a = any(${ids}) or b = any(${ids}))`);
  const { rowCount } = await tx.execute(sql`
    delete from contact_scores where workspace_id = ${workspaceId} and contact_id = any(${ids})`);
  return rowCount ?? 0;
};

export type ForgottenAccount = {
  readonly id: string;
  readonly channel: string;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly url: string | null;
  readonly authorId: string | null;
};

/** Whose accounts these authors have, or are called so (as `spokenKey` spells it) on any channel. */
export const contactsWithAccounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authors: readonly { readonly id: string; readonly channel: string; readonly nativeId: string }[],
  spoken: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct i.contact_id as id from identities i
    where i.workspace_id = ${workspaceId} and (i.author_id = any(${uuids(authors.map(({ id }) => id))})
      or exists (select from json_to_recordset(${JSON.stringify(authors)}::json) as r(channel text, "nativeId" text)
        where r.channel = i.channel and r."nativeId" = i.native_id)
      or lower(ltrim(i.native_id, '@')) = any(${texts(spoken)}) or lower(ltrim(i.handle, '@')) = any(${texts(spoken)}))`);
  return rows.map(({ id }) => id);
};

/** Takes the accounts of people away, and gives them back for the last time. */
export const deleteAccounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<readonly ForgottenAccount[]> => {
  const { rows } = await tx.execute<ForgottenAccount>(sql`
    delete from identities where workspace_id = ${workspaceId} and contact_id = any(${uuids(contactIds)})
    returning id, channel, native_id as "nativeId", handle, url, author_id as "authorId"`);
  return rows;
};

export const deleteInteractionsOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  identityIds: readonly string[],
): Promise<number> => {
  const ids = uuids(identityIds);
  const { rowCount } = await tx.execute(sql`
    delete from interactions where workspace_id = ${workspaceId}
      and (from_identity = any(${ids}) or to_identity = any(${ids}))`);
  return rowCount ?? 0;
};

/** A person and those who were made part of them. */
export const withAbsorbed = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive parts as (
      select id from contacts where workspace_id = ${workspaceId} and id = ${contactId}
      union
      select c.id from contacts c join parts p on c.merged_into = p.id where c.workspace_id = ${workspaceId}
    )
    select id from parts`);
  return rows.map(({ id }) => id);
};

/** The rest of what is kept about people: the lists they were on, what was said of merges, and they themselves. Gifts lose their person. */
export const deletePeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<{ readonly choices: number; readonly gifts: number }> => {
  const ids = uuids(contactIds);
  const of = sql`workspace_id = ${workspaceId} and contact_id = any(${ids})`;
  await tx.execute(sql`delete from daily_entries where ${of}`);
  const choices = await tx.execute(sql`delete from daily_choices where ${of}`);
  const gifts = await tx.execute(sql`update gifts set contact_id = null where ${of}`);
  const either = (one: string, other: string) =>
    sql`workspace_id = ${workspaceId} and (${sql.raw(one)} = any(${ids}) or ${sql.raw(other)} = any(${ids}))`;
  await tx.execute(sql`delete from contact_merges where ${either('kept_id', 'absorbed_id')}`);
  await tx.execute(sql`delete from dismissed_suggestions where ${either('a', 'b')}`);
  await tx.execute(sql`delete from contacts where workspace_id = ${workspaceId} and id = any(${ids})`);
  return { choices: choices.rowCount ?? 0, gifts: gifts.rowCount ?? 0 };
};
