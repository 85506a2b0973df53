import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** How many mentions of a watch were said in an hour of UTC: all of them (`heard`), those that were read, and each mark. */
export const alertHours = pgTable(
  'alert_hours',
  {
    workspaceId: workspaceIdColumn(),
    watchId: uuid('watch_id').notNull(),
    measure: text('measure').notNull(),
    hour: instant('hour').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.watchId, table.measure, table.hour] }),
    workspaceWall(),
  ],
);

/** How far a watch has been counted, and which form of it: other words have other matches. */
export const alertCountings = pgTable(
  'alert_countings',
  {
    workspaceId: workspaceIdColumn(),
    watchId: uuid('watch_id').notNull(),
    watchVersion: instant('watch_version').notNull(),
    countedAt: instant('counted_at').notNull(),
    /** When all that is looked at was last counted again: mentions may come late, and be taken back. */
    wholeAt: instant('whole_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.watchId] }), workspaceWall()],
);
