import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { ChosenMedia } from '../model/reply-media.ts';

/** What a person has begun to write in a thread: it survives a closed window and follows them. */
export const drafts = pgTable(
  'drafts',
  {
    workspaceId: workspaceIdColumn(),
    personId: uuid('person_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    body: text('body').notNull(),
    options: jsonb('options').$type<Readonly<Record<string, string>>>().notNull(),
    media: jsonb('media').$type<readonly ChosenMedia[]>().notNull().default([]),
    /** The draft of a language model that it began with; null when a person wrote it all. */
    suggestionId: uuid('suggestion_id'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.personId, table.threadId] }), workspaceWall()],
);
