import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Rows that were left out, and why: the first of them, without their text. */
export const importTroubles = pgTable(
  'import_troubles',
  {
    workspaceId: workspaceIdColumn(),
    importId: uuid('import_id').notNull(),
    /** The row's place among all that were read, from 0. */
    place: integer('place').notNull(),
    /** In an archive, the file inside; empty otherwise. */
    file: text('file').notNull(),
    /** From 1. */
    line: integer('line').notNull(),
    trouble: text('trouble').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.importId, table.place] }), workspaceWall()],
);
