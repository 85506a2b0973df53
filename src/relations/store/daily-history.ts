import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Choice, Shown } from '../model/daily/history.ts';
import { dailyChoices } from './daily.table.ts';
import { records, time, uuids } from './sql-values.ts';

export const readShown = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: string,
): Promise<readonly Shown[]> => {
  const { rows } = await tx.execute<Shown>(sql`
    select day::text, contact_id as "contactId", reason from daily_entries
    where workspace_id = ${workspaceId} and day >= ${since}::date`);
  return rows;
};

/** Choices since a day, and every `never`. */
export const readChoices = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: string,
): Promise<readonly Choice[]> => {
  const { rows } = await tx.execute<Omit<Choice, 'at'> & { at: string }>(sql`
    select day::text, contact_id as "contactId", reason, state, until::text, at from daily_choices
    where workspace_id = ${workspaceId} and (day >= ${since}::date or state = 'never')`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
};

/** When one of us spoke with these people since then. */
export const readContacted = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  since: Date,
): Promise<readonly { readonly contactId: string; readonly at: Date }[]> => {
  if (contactIds.length === 0) return [];
  const { rows } = await tx.execute<{ contactId: string; at: string }>(sql`
    select i.contact_id as "contactId", x.at from contacts c
    join identities i on i.workspace_id = ${workspaceId} and i.contact_id = c.id
    join interactions x on x.workspace_id = ${workspaceId} and x.to_identity = i.id and x.from_identity is null
      and x.at >= ${time(since)}
    where c.workspace_id = ${workspaceId} and c.id = any(${uuids(contactIds)}) and c.out_at >= ${time(since)}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
};

/** Remembers who is on the list of a day: once, as it was first seen. */
export const keepShown = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  day: string,
  entries: readonly { readonly contactId: string; readonly reason: string }[],
): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map((entry, position) => ({ ...entry, position }));
  await tx.execute(sql`
    insert into daily_entries (workspace_id, day, contact_id, reason, position)
    select ${workspaceId}::uuid, ${day}::date, r."contactId", r.reason, r.position
    from json_to_recordset(${records(rows)}) as r("contactId" uuid, reason text, position smallint)
    join contacts c on c.workspace_id = ${workspaceId} and c.id = r."contactId"
    on conflict do nothing`);
};

export type ChoiceRow = typeof dailyChoices.$inferSelect;

export const saveChoice = async (tx: Transaction, row: ChoiceRow): Promise<void> => {
  const { reason, state, until, personId, at } = row;
  await tx
    .insert(dailyChoices)
    .values(row)
    .onConflictDoUpdate({
      target: [dailyChoices.workspaceId, dailyChoices.day, dailyChoices.contactId],
      set: { reason, state, until, personId, at },
    });
};

/** Takes back what was said of somebody's latest entry; undefined when nothing was. */
export const deleteChoice = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<string | undefined> => {
  const { rows } = await tx.execute<{ state: string }>(sql`
    delete from daily_choices where workspace_id = ${workspaceId} and contact_id = ${contactId} and day = (
      select max(day) from daily_choices where workspace_id = ${workspaceId} and contact_id = ${contactId})
    returning state`);
  return rows[0]?.state;
};
