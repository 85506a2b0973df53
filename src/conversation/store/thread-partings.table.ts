import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Pairs of conversations that a person has said to be two: no shared id joins them again. */
export const threadPartings = pgTable(
  'thread_partings',
  {
    workspaceId: workspaceIdColumn(),
    /** The smaller of the two ids. */
    threadId: uuid('thread_id').notNull(),
    otherId: uuid('other_id').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.threadId, table.otherId] }),
    index('thread_partings_other').on(table.workspaceId, table.otherId),
    workspaceWall(),
  ],
);
