import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** What the memory of a company knows of itself. No row: nothing has been done yet, and what is shipped holds. */
export const listeningMemory = pgTable(
  'listening_memory',
  {
    workspaceId: workspaceIdColumn(),
    /** When its words were gathered last, and the latest mention (by arrival) that was there then. */
    wordsAt: instant('words_at'),
    wordsUntil: uuid('words_until'),
    /** How long originals are kept as they came, in days. */
    rawDays: integer('raw_days').notNull().default(30),
    /** How long words are kept that were said of us but not to us, and those that were said to us, in months; null: as long as the company. */
    overheardMonths: integer('overheard_months').default(24),
    addressedMonths: integer('addressed_months'),
    /** Whom to write to about one's data, as the public notice says it; empty: the notice's own form alone. */
    noticeContact: text('notice_contact').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
