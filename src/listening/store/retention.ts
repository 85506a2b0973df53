import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { EmptiedMention } from './sweep-old.ts';

export type Retention = {
  /** Originals as they came, in days. */
  readonly rawDays: number;
  /** Words said of us but not to us, and words said to us, in months; null: as long as the company. */
  readonly overheardMonths: number | null;
  readonly addressedMonths: number | null;
  /** Whom to write to about one's data. */
  readonly noticeContact: string;
};

/** What holds until a company decides otherwise. */
export const shippedRetention: Retention = {
  rawDays: 30,
  overheardMonths: 24,
  addressedMonths: null,
  noticeContact: '',
};

export const readRetention = async (tx: Transaction, workspaceId: WorkspaceId): Promise<Retention> => {
  const { rows } = await tx.execute<Retention>(sql`
    select raw_days as "rawDays", overheard_months as "overheardMonths", addressed_months as "addressedMonths",
      notice_contact as "noticeContact" from listening_memory where workspace_id = ${workspaceId}`);
  return rows[0] ?? shippedRetention;
};

export const writeRetention = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  retention: Retention,
): Promise<void> => {
  await tx.execute(sql`
    insert into listening_memory (workspace_id, raw_days, overheard_months, addressed_months, notice_contact)
    values (${workspaceId}, ${retention.rawDays}, ${retention.overheardMonths}, ${retention.addressedMonths}, ${retention.noticeContact})
    on conflict (workspace_id) do update set raw_days = excluded.raw_days, overheard_months = excluded.overheard_months,
      addressed_months = excluded.addressed_months, notice_contact = excluded.notice_contact`);
};

/** Empties originals whose time is over in all companies, at most `most` at a time; that they came stays known. */
export const emptyOldRaw = async (tx: Transaction, now: Date, most: number): Promise<number> => {
  const { rowCount } = await tx.execute(sql`
    with old as (
      select r.workspace_id, r.connection_id, r.native_id, r.revision from raw_items r
        left join listening_memory k on k.workspace_id = r.workspace_id
       where r.body <> '' and r.received_at < ${now.toISOString()}::timestamptz
         - make_interval(days => coalesce(k.raw_days, ${shippedRetention.rawDays}))
       limit ${most})
    update raw_items r set body = '', context = '{}' from old o
     where r.workspace_id = o.workspace_id and r.connection_id = o.connection_id
       and r.native_id = o.native_id and r.revision = o.revision`);
  return rowCount ?? 0;
};

/**
 * Takes the words away of what is older than its company keeps it, at most `most` at a time: that something was said stays.
 * By arrival, like the channels' own terms: what an import brings in today is not old today.
 */
export const emptyOutlived = async (
  tx: Transaction,
  now: Date,
  most: number,
): Promise<readonly EmptiedMention[]> => {
  const { rows } = await tx.execute<EmptiedMention>(sql`
    with old as (
      select m.workspace_id, m.id from mentions m
        left join listening_memory k on k.workspace_id = m.workspace_id
       where not m.ours and (m.body <> '' or m.title is not null)
         and m.received_at < ${now.toISOString()}::timestamptz - make_interval(months => case
           when m.addressed then k.addressed_months
           when k.workspace_id is null then ${shippedRetention.overheardMonths}::integer
           else k.overheard_months end)
       limit ${most}),
    emptied as (
      update mentions m set title = null, body = '', quoted = null, content_warning = null, links = '[]', media = '[]', reading = null
        from old o where m.workspace_id = o.workspace_id and m.id = o.id
      returning m.workspace_id, m.id, m.connection_id, m.native_id),
    past as (
      delete from mention_revisions r using emptied e where r.workspace_id = e.workspace_id and r.mention_id = e.id),
    marks as (
      delete from mention_marks k using emptied e where k.workspace_id = e.workspace_id and k.mention_id = e.id),
    found as (
      update watch_matches w set spans = '[]' from emptied e where w.workspace_id = e.workspace_id and w.mention_id = e.id),
    originals as (
      update raw_items r set body = '', context = '{}' from emptied e
       where r.workspace_id = e.workspace_id and r.connection_id = e.connection_id and r.native_id = e.native_id)
    select workspace_id as "workspaceId", id from emptied`);
  return rows;
};
