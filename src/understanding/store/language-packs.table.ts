import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Words of the company's trade: a word list in the form of models/lexicon. */
export const languagePacks = pgTable(
  'language_packs',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    /** Of the shipped pack that it began as; free text otherwise. */
    sector: text('sector').notNull(),
    text: text('text').notNull(),
    enabled: boolean('enabled').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);
