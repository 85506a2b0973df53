import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** What colleagues say to each other beside a thread: never leaves the company. */
export const notes = pgTable(
  'notes',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    threadId: uuid('thread_id').notNull(),
    personId: uuid('person_id').notNull(),
    body: text('body').notNull(),
    createdAt: createdAtColumn(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('notes_thread').on(table.workspaceId, table.threadId, table.createdAt),
    workspaceWall(),
  ],
);
