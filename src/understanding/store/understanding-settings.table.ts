import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** How a company wants its words looked at, and where its learning stands. No row: as it comes. */
export const understandingSettings = pgTable(
  'understanding_settings',
  {
    workspaceId: workspaceIdColumn(),
    toneStrictness: text('tone_strictness', { enum: ['gentle', 'normal', 'strict', 'off'] })
      .notNull()
      .default('normal'),
    /** Changes with everything that changes how texts are read. */
    version: uuid('version'),
    /** When looking again was asked for, until it begins: more changes by then ask for no more. */
    rereadAskedAt: instant('reread_asked_at'),
    /** Mentions looked at again since the last change, and how many there are; null when nothing is under way. */
    rereadDone: integer('reread_done'),
    rereadTotal: integer('reread_total'),
    /** Mentions older than readings: from the latest down to this one they have been read since. Null until that begins. */
    caughtUpTo: uuid('caught_up_to'),
    /** When all of them had been; what came later was read as it came. */
    caughtUpAt: instant('caught_up_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
