import { boolean, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { SearchAsked } from '../model/search/search-asked.ts';

/** Searches that a person keeps for themselves, or for everybody in the company. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    personId: uuid('person_id').notNull(),
    name: text('name').notNull(),
    isShared: boolean('is_shared').notNull(),
    search: jsonb('search').$type<SearchAsked>().notNull(),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);
