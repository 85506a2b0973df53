import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Items that could not be taken in, so that the rest could: what they were and why, without their text. */
export const failedItems = pgTable(
  'failed_items',
  {
    workspaceId: workspaceIdColumn(),
    connectionId: uuid('connection_id').notNull(),
    /** SHA-256 of native id and revision, hex: an id may itself be what the database refuses. */
    digest: text('digest').notNull(),
    /** `normalise`, or the database's SQLSTATE. */
    reason: text('reason').notNull(),
    failedAt: instant('failed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.connectionId, table.digest] }),
    workspaceWall(),
  ],
);
