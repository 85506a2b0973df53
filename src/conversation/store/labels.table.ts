import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, idColumn, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import { labelColours } from '../model/label.ts';

/** The company's own words for what its conversations are about; the colour only helps the eye, the name says it. */
export const labels = pgTable(
  'labels',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    colour: text('colour', { enum: labelColours }).notNull(),
    /** Counts every change: two people at once are both told. */
    version: integer('version').notNull().default(1),
    createdAt: createdAtColumn(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);

/** Which labels a conversation wears. */
export const threadLabels = pgTable(
  'thread_labels',
  {
    workspaceId: workspaceIdColumn(),
    threadId: uuid('thread_id').notNull(),
    labelId: uuid('label_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.threadId, table.labelId] }),
    index('thread_labels_label').on(table.workspaceId, table.labelId, table.threadId),
    workspaceWall(),
  ],
);
