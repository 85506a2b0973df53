import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** A list that was brought in, and what it made: so that it can be taken back whole. */
export const relationImports = pgTable(
  'relation_imports',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    /** Who brought it in. */
    personId: uuid('person_id').notNull(),
    at: instant('at').notNull(),
    /** The file as the person called it; null for pasted text. */
    name: text('name'),
    format: text('format').notNull(),
    kind: text('kind').notNull(),
    added: integer('added').notNull(),
    /** People and interactions that were not there before. */
    contactIds: uuid('contact_ids').array().notNull(),
    sourceKeys: text('source_keys').array().notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('relation_imports_latest').on(table.workspaceId, table.at.desc()),
    workspaceWall(),
  ],
);
