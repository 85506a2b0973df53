import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** A link that a profile shows, and whether the channel says that it was verified (rel=me both ways). */
export type IdentityLink = { readonly url: string; readonly verified: boolean };

/** One account of a person on one channel. Only channels whose terms allow profiles have any. */
export const identities = pgTable(
  'identities',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    contactId: uuid('contact_id').notNull(),
    channel: text('channel').notNull(),
    nativeId: text('native_id').notNull(),
    /** Listening's author; null for who has only reacted, or was imported. */
    authorId: uuid('author_id'),
    name: text('name'),
    handle: text('handle'),
    url: text('url'),
    avatarUrl: text('avatar_url'),
    avatarHash: text('avatar_hash'),
    links: jsonb('links').$type<readonly IdentityLink[]>().notNull().default([]),
    followers: integer('followers'),
    /** What the channel's terms said when it was made (`dataTerms.profileAuthors`). */
    profiling: boolean('profiling').notNull().default(true),
    /** When picture and links were last looked at, to see who may be the same person. */
    lookedAt: instant('looked_at'),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('identities_native').on(table.workspaceId, table.channel, table.nativeId),
    index('identities_author').on(table.workspaceId, table.authorId),
    index('identities_contact').on(table.workspaceId, table.contactId),
    workspaceWall(),
  ],
);
