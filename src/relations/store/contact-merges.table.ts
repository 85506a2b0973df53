import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** A human's word that two are one person, with its reason; undone, both are there again. */
export const contactMerges = pgTable(
  'contact_merges',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    keptId: uuid('kept_id').notNull(),
    absorbedId: uuid('absorbed_id').notNull(),
    /** The accounts that came with the absorbed one: those go back. */
    identityIds: uuid('identity_ids').array().notNull(),
    reason: text('reason').notNull(),
    personId: uuid('person_id').notNull(),
    at: instant('at').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('contact_merges_kept').on(table.workspaceId, table.keptId, table.at.desc()),
    workspaceWall(),
  ],
);

/** Two that somebody said are not the same person: not proposed again. The smaller id comes first. */
export const dismissedSuggestions = pgTable(
  'dismissed_suggestions',
  {
    workspaceId: workspaceIdColumn(),
    a: uuid('a').notNull(),
    b: uuid('b').notNull(),
    personId: uuid('person_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.a, table.b] }), workspaceWall()],
);
