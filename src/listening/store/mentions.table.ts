import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { StoredPlace } from '../model/mention-row.ts';
import type { StoredReading } from '../model/stored-reading.ts';

const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Something that was said, as it stands now: by somebody about us or to us, or by us. */
export const mentions = pgTable(
  'mentions',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    connectionId: uuid('connection_id').notNull(),
    channel: text('channel').notNull(),
    nativeId: text('native_id').notNull(),
    revision: text('revision').notNull(),
    authorId: uuid('author_id').notNull(),
    /** True when one of our own accounts wrote it. */
    ours: boolean('ours').notNull(),
    /** Spoken to us (a mention, an answer, a mail), not merely about us. */
    addressed: boolean('addressed').notNull(),
    form: text('form').notNull(),
    visibility: text('visibility').notNull(),
    /** Automatic messages wait for nobody: `auto-reply`, `bounce`, `list`; null for a person's words. */
    automatic: text('automatic'),
    title: text('title'),
    body: text('body').notNull(),
    /** Text of others carried along (quoted mail), shown folded; null when none. */
    quoted: text('quoted'),
    contentWarning: text('content_warning'),
    language: text('language'),
    /** Stars or points, of so many at best; null where none came with it. */
    rating: jsonb('rating').$type<{ readonly value: number; readonly best: number }>(),
    /** Where it was said, and where its author says to be at home; null where neither is told. */
    place: jsonb('place').$type<StoredPlace>(),
    url: text('url'),
    parentNativeId: text('parent_native_id'),
    rootNativeId: text('root_native_id'),
    references: jsonb('references').$type<readonly string[]>().notNull(),
    links: jsonb('links').notNull(),
    media: jsonb('media').notNull(),
    /** SHA-256 of title and body, hex: proves later what was read when. */
    contentHash: text('content_hash').notNull(),
    /** The channel's own facts that an answer needs (cid, visibility, subject...). */
    replyContext: jsonb('reply_context').$type<Readonly<Record<string, string>>>().notNull(),
    /** What the language room says of the text, with its evidence; null until it has been read. */
    reading: jsonb('reading').$type<StoredReading>(),
    /** When it was said, by the channel's clock. */
    saidAt: instant('said_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    editedAt: instant('edited_at'),
    /** Set when its author or the channel took it back: the text is gone from here by then. */
    removedAt: instant('removed_at'),
    /** Hidden over there by somebody of the company: only its author and their friends see it. */
    hiddenAt: instant('hidden_at'),
    search: searchVector('search').generatedAlwaysAs(
      sql`to_tsvector('italian', passaparola_fold(coalesce(title, '') || ' ' || body))`,
    ),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('mentions_native').on(table.workspaceId, table.connectionId, table.nativeId),
    index('mentions_time').on(table.workspaceId, table.saidAt.desc(), table.id.desc()),
    index('mentions_author').on(table.workspaceId, table.authorId, table.saidAt.desc()),
    index('mentions_search').using('gin', table.search),
    /** Answers that came before what they answer are found when it comes. */
    index('mentions_parent')
      .on(table.workspaceId, table.connectionId, table.parentNativeId)
      .where(sql`parent_native_id is not null`),
    workspaceWall(),
  ],
);
