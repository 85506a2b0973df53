import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** "An item existed, deleted on...": also when the deletion reaches us before the item does. */
export const tombstones = pgTable(
  'tombstones',
  {
    workspaceId: workspaceIdColumn(),
    connectionId: uuid('connection_id').notNull(),
    nativeId: text('native_id').notNull(),
    removedAt: instant('removed_at').notNull(),
    /** When we were told: a deletion may reach us long after it was made. */
    receivedAt: instant('received_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.connectionId, table.nativeId] }),
    workspaceWall(),
  ],
);
