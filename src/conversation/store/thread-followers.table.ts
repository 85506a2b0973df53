import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Who wants to know how a conversation goes on without having it in hand: by their own choice, or because a note called them. */
export const threadFollowers = pgTable(
  'thread_followers',
  {
    workspaceId: workspaceIdColumn(),
    threadId: uuid('thread_id').notNull(),
    personId: uuid('person_id').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.threadId, table.personId] }),
    index('thread_followers_person').on(table.workspaceId, table.personId, table.threadId),
    workspaceWall(),
  ],
);
