import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Which mentions make up a thread. A mention belongs to one thread. */
export const threadMentions = pgTable(
  'thread_mentions',
  {
    workspaceId: workspaceIdColumn(),
    mentionId: uuid('mention_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    saidAt: instant('said_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.mentionId] }),
    index('thread_mentions_thread').on(table.workspaceId, table.threadId, table.saidAt),
    workspaceWall(),
  ],
);
