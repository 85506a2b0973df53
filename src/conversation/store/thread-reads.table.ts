import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Up to when a person has read a thread: what came later is unread for them. */
export const threadReads = pgTable(
  'thread_reads',
  {
    workspaceId: workspaceIdColumn(),
    personId: uuid('person_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    readUntil: instant('read_until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.personId, table.threadId] }), workspaceWall()],
);
