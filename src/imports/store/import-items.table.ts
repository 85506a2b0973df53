import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Which mentions an import brought that were not there before: what an undo takes away again, and nothing else. */
export const importItems = pgTable(
  'import_items',
  {
    workspaceId: workspaceIdColumn(),
    importId: uuid('import_id').notNull(),
    mentionId: uuid('mention_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.importId, table.mentionId] }),
    index('import_items_mention').on(table.workspaceId, table.mentionId),
    workspaceWall(),
  ],
);
