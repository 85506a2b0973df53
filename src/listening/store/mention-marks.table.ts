import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** By what its reading says a mention can be listed: one row a judgement, in the order of lists. */
export const mentionMarks = pgTable(
  'mention_marks',
  {
    workspaceId: workspaceIdColumn(),
    /** `neg`, `complaint`, `needs_reply`, `unsure`, `aspect:price`… (model/reading-marks.ts). */
    mark: text('mark').notNull(),
    saidAt: instant('said_at').notNull(),
    mentionId: uuid('mention_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.mark, table.saidAt, table.mentionId] }),
    index('mention_marks_mention').on(table.workspaceId, table.mentionId),
    workspaceWall(),
  ],
);
