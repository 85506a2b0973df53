import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, idColumn, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** A way of looking at the list that a person gave a name: what stands in the address then. */
export const savedViews = pgTable(
  'saved_views',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    personId: uuid('person_id').notNull(),
    name: text('name').notNull(),
    search: jsonb('search').$type<Readonly<Record<string, string>>>().notNull(),
    /** Counts every change: two people at once are both told. */
    version: integer('version').notNull().default(1),
    createdAt: createdAtColumn(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.personId, table.id] }), workspaceWall()],
);
