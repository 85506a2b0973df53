import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Which thread a native id belongs to: also ids that mentions only point to and that have not come (yet). */
export const threadKeys = pgTable(
  'thread_keys',
  {
    workspaceId: workspaceIdColumn(),
    connectionId: uuid('connection_id').notNull(),
    /** The native id, or its digest when it is long (see model/thread-key.ts). */
    key: text('key').notNull(),
    threadId: uuid('thread_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.connectionId, table.key] }),
    index('thread_keys_thread').on(table.workspaceId, table.threadId),
    workspaceWall(),
  ],
);
