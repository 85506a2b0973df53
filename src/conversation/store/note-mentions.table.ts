import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** A colleague called by a note. */
export const noteMentions = pgTable(
  'note_mentions',
  {
    workspaceId: workspaceIdColumn(),
    noteId: uuid('note_id').notNull(),
    personId: uuid('person_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    createdAt: createdAtColumn(),
    /** When they opened the conversation after it; null while they have not. */
    seenAt: instant('seen_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.noteId, table.personId] }),
    index('note_mentions_person').on(table.workspaceId, table.personId, table.createdAt.desc()),
    index('note_mentions_unseen')
      .on(table.workspaceId, table.personId, table.threadId)
      .where(sql`seen_at is null`),
    index('note_mentions_thread').on(table.workspaceId, table.threadId),
    workspaceWall(),
  ],
);

/** How a person wants to be told of what concerns them at the desk; without a row, only on the screens. */
export const deskPreferences = pgTable(
  'desk_preferences',
  {
    workspaceId: workspaceIdColumn(),
    personId: uuid('person_id').notNull(),
    /** A mail when a note calls them and they have not seen it after a few minutes. */
    mailMentions: boolean('mail_mentions').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.personId] }), workspaceWall()],
);
