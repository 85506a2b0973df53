import { index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** What became of the thanks that were proposed: which words were taken, or that nobody wanted them. */
export const thanks = pgTable(
  'thanks',
  {
    workspaceId: workspaceIdColumn(),
    /** What would be thanked for. */
    mentionId: uuid('mention_id').notNull(),
    personId: uuid('person_id').notNull(),
    state: text('state', { enum: ['taken', 'dismissed'] }).notNull(),
    /** Which of the wordings; null when dismissed. */
    variant: smallint('variant'),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.mentionId] }),
    index('thanks_latest').on(table.workspaceId, table.at.desc()),
    workspaceWall(),
  ],
);
