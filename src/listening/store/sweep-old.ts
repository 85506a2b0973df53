import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';

/** Takes the words of a channel's mentions away that came before `before`, in all workspaces; that they were said stays known. */
export const emptyOldContent = async (tx: Transaction, channel: string, before: Date): Promise<void> => {
  const time = before.toISOString();
  await tx.execute(sql`
    with emptied as (
      update mentions set title = null, body = '', quoted = null, content_warning = null, links = '[]', media = '[]', reading = null
       where channel = ${channel} and received_at < ${time}::timestamptz
         and (body <> '' or title is not null or quoted is not null or media <> '[]')
      returning workspace_id, id)
    delete from mention_revisions r using emptied e where r.workspace_id = e.workspace_id and r.mention_id = e.id`);
  await tx.execute(sql`
    update raw_items r set body = '', context = '{}'
      from connections c
     where c.workspace_id = r.workspace_id and c.id = r.connection_id and c.channel = ${channel}
       and r.received_at < ${time}::timestamptz and r.body <> ''`);
};

/** Deletions of items that we never had. */
export const forgetLooseTombstones = async (tx: Transaction, before: Date): Promise<void> => {
  await tx.execute(sql`
    delete from tombstones t
     where t.removed_at < ${before.toISOString()}::timestamptz
       and not exists (select from mentions m
         where m.workspace_id = t.workspace_id and m.connection_id = t.connection_id and m.native_id = t.native_id)`);
};
