import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Conversations that became part of another: whoever kept the old one's address is answered with the new one. */
export const threadRedirects = pgTable(
  'thread_redirects',
  {
    workspaceId: workspaceIdColumn(),
    threadId: uuid('thread_id').notNull(),
    /** May itself have become part of a third since. */
    intoId: uuid('into_id').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.threadId] }),
    index('thread_redirects_into').on(table.workspaceId, table.intoId),
    workspaceWall(),
  ],
);
