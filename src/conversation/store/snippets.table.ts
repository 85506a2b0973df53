import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** Words that we say often, with places to be filled in: a beginning, never a whole answer. */
export const snippets = pgTable(
  'snippets',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    body: text('body').notNull(),
    /** For one team only; null: for everybody. */
    teamId: uuid('team_id'),
    /** Counts every change: two people at once are both told. */
    version: integer('version').notNull().default(1),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);
