import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** What the memory of a company knows of itself. No row: nothing has been done yet, and what is shipped holds. */
export const listeningMemory = pgTable(
  'listening_memory',
  {
    workspaceId: workspaceIdColumn(),
    /** When its words were gathered last, and the latest mention (by arrival) that was there then. */
    wordsAt: instant('words_at'),
    wordsUntil: uuid('words_until'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
