import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { type ColumnType, rowsOf } from '../../platform/db/rows.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { MentionRow } from '../model/mention-row.ts';
import type { OldText } from '../model/settle-mention.ts';
import type { StoredReading } from '../model/stored-reading.ts';

export type WrittenMention = MentionRow & {
  readonly id: string;
  readonly authorId: string;
  readonly removedAt: string | null;
  readonly reading: StoredReading | null;
};

const columns = {
  id: 'uuid',
  nativeId: 'text',
  revision: 'text',
  authorId: 'uuid',
  ours: 'boolean',
  addressed: 'boolean',
  form: 'text',
  visibility: 'text',
  automatic: 'text',
  title: 'text',
  body: 'text',
  quoted: 'text',
  contentWarning: 'text',
  language: 'text',
  rating: 'jsonb',
  place: 'jsonb',
  url: 'text',
  parentNativeId: 'text',
  rootNativeId: 'text',
  references: 'jsonb',
  links: 'jsonb',
  media: 'jsonb',
  contentHash: 'text',
  replyContext: 'jsonb',
  reading: 'jsonb',
  saidAt: 'timestamptz',
  receivedAt: 'timestamptz',
  editedAt: 'timestamptz',
  removedAt: 'timestamptz',
} as const satisfies { readonly [Name in keyof WrittenMention]?: ColumnType };

/**
 * Writes mentions as they now stand; an id stays what it was through all revisions. `none`: the caller, who holds the connection, knows that
 * they are new, which spares looking for each in the index first; were one there after all, all is undone and the batch comes again in halves.
 */
export const writeMentions = async (
  tx: Transaction,
  place: {
    readonly workspaceId: WorkspaceId;
    readonly connectionId: ConnectionId;
    readonly channel: string;
  },
  mentions: readonly WrittenMention[],
  before: 'none' | 'earlier',
): Promise<void> => {
  if (mentions.length === 0) return;
  await tx.execute(sql`${kept}
    insert into mentions (
      workspace_id, connection_id, channel, id, native_id, revision, author_id, ours, addressed, form, visibility,
      automatic, title, body, quoted, content_warning, language, rating, place, url, parent_native_id, root_native_id, "references",
      links, media, content_hash, reply_context, reading, said_at, received_at, edited_at, removed_at)
    select ${place.workspaceId}::uuid, ${place.connectionId}::uuid, ${place.channel}, r."id", r."nativeId", r."revision",
      r."authorId", r."ours", r."addressed", r."form", r."visibility", r."automatic", r."title", r."body", r."quoted",
      r."contentWarning", r."language", r."rating", r."place", r."url", r."parentNativeId", r."rootNativeId", r."references", r."links",
      r."media", r."contentHash", r."replyContext", r."reading", r."saidAt", r."receivedAt", r."editedAt", r."removedAt"
    from ${rowsOf(mentions, columns)}
    order by r."nativeId" ${before === 'none' ? sql`` : asItStandsNow}`);
};

const asItStandsNow = sql`
    on conflict (workspace_id, connection_id, native_id) do update set
      revision = excluded.revision, author_id = excluded.author_id, ours = excluded.ours,
      addressed = excluded.addressed, form = excluded.form, visibility = excluded.visibility,
      automatic = excluded.automatic, title = excluded.title, body = excluded.body, quoted = excluded.quoted,
      content_warning = excluded.content_warning, language = excluded.language, rating = excluded.rating, place = excluded.place, url = excluded.url,
      parent_native_id = excluded.parent_native_id, root_native_id = excluded.root_native_id,
      "references" = excluded."references", links = excluded.links, media = excluded.media,
      content_hash = excluded.content_hash, reply_context = excluded.reply_context, reading = excluded.reading,
      said_at = excluded.said_at, edited_at = excluded.edited_at, removed_at = excluded.removed_at`;

/** Keeps how mentions read before. */
export const writeOldTexts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  oldTexts: readonly (OldText & { readonly mentionId: string })[],
): Promise<void> => {
  if (oldTexts.length === 0) return;
  await tx.execute(sql`
    insert into mention_revisions (workspace_id, mention_id, revision, title, body, content_hash, replaced_at)
    select ${workspaceId}::uuid, r."mentionId", r."revision", r."title", r."body", r."contentHash", r."replacedAt"
      from json_to_recordset(${JSON.stringify(oldTexts)}::json) as r("mentionId" uuid, "revision" text, "title" text,
        "body" text, "contentHash" text, "replacedAt" timestamptz)
    on conflict do nothing`);
};
