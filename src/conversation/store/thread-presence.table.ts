import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Who has a conversation open at this moment, and whether they are writing: true until `until`, then forgotten. */
export const threadPresence = pgTable(
  'thread_presence',
  {
    workspaceId: workspaceIdColumn(),
    threadId: uuid('thread_id').notNull(),
    personId: uuid('person_id').notNull(),
    doing: text('doing', { enum: ['reading', 'writing'] }).notNull(),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.threadId, table.personId] }), workspaceWall()],
);
