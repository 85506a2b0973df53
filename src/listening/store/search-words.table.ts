import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/**
 * The words that a company's mentions are made of, as stems, so that what was mistyped can be told from what was never
 * said: only those that stand in several of the latest mentions. Made anew as a whole, so that what was taken back goes.
 */
export const searchWords = pgTable(
  'search_words',
  {
    workspaceId: workspaceIdColumn(),
    word: text('word').notNull(),
    /** In how many of the latest mentions it stands. */
    mentions: integer('mentions').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.word] }), workspaceWall()],
);
