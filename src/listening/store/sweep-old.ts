import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';

export type EmptiedMention = { readonly workspaceId: WorkspaceId; readonly id: MentionId };

/**
 * Takes the words of a channel's mentions away that came before `before`, in all workspaces: also their past and
 * where watches found themselves in them. That they were said, and which watch heard them, stays known. What its connection has asked
 * about again since then (`recheck`) counts from there.
 */
export const emptyOldContent = async (
  tx: Transaction,
  channel: string,
  before: Date,
): Promise<readonly EmptiedMention[]> => {
  const time = before.toISOString();
  const { rows } = await tx.execute<EmptiedMention>(sql`
    with emptied as (
      update mentions m set title = null, body = '', quoted = null, content_warning = null, rating = null, place = null, links = '[]', media = '[]', reading = null
       where channel = ${channel} and received_at < ${time}::timestamptz
         and not exists (select from connections c where c.workspace_id = m.workspace_id and c.id = m.connection_id
           and (c.recheck->>'passedFrom')::timestamptz >= ${time}::timestamptz)
         and (body <> '' or title is not null or quoted is not null or media <> '[]')
      returning workspace_id, id),
    past as (
      delete from mention_revisions r using emptied e
       where r.workspace_id = e.workspace_id and r.mention_id = e.id),
    marks as (
      delete from mention_marks k using emptied e
       where k.workspace_id = e.workspace_id and k.mention_id = e.id),
    found as (
      update watch_matches w set spans = '[]' from emptied e
       where w.workspace_id = e.workspace_id and w.mention_id = e.id)
    select workspace_id as "workspaceId", id from emptied`);
  await tx.execute(sql`
    update raw_items r set body = '', context = '{}'
      from connections c
     where c.workspace_id = r.workspace_id and c.id = r.connection_id and c.channel = ${channel}
       and r.received_at < ${time}::timestamptz and r.body <> ''
       and coalesce((c.recheck->>'passedFrom')::timestamptz < ${time}::timestamptz, true)`);
  return rows;
};

/** Deletions that reached us before `before`, of items that we never had. */
export const forgetLooseTombstones = async (tx: Transaction, before: Date): Promise<void> => {
  await tx.execute(sql`
    delete from tombstones t
     where t.received_at < ${before.toISOString()}::timestamptz
       and not exists (select from mentions m
         where m.workspace_id = t.workspace_id and m.connection_id = t.connection_id and m.native_id = t.native_id)`);
};
