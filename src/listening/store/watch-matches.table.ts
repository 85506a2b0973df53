import { index, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Which watch a mention answered to, and where in the text (offsets in UTF-16 units of the body). */
export const watchMatches = pgTable(
  'watch_matches',
  {
    workspaceId: workspaceIdColumn(),
    watchId: uuid('watch_id').notNull(),
    mentionId: uuid('mention_id').notNull(),
    spans: jsonb('spans').$type<readonly (readonly [start: number, end: number])[]>().notNull(),
    saidAt: instant('said_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.watchId, table.mentionId] }),
    index('watch_matches_time').on(table.workspaceId, table.watchId, table.saidAt.desc()),
    index('watch_matches_mention').on(table.workspaceId, table.mentionId),
    workspaceWall(),
  ],
);
