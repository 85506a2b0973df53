import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** How a mention read before it was edited: kept so that our memory is honest about changes. */
export const mentionRevisions = pgTable(
  'mention_revisions',
  {
    workspaceId: workspaceIdColumn(),
    mentionId: uuid('mention_id').notNull(),
    revision: text('revision').notNull(),
    title: text('title'),
    body: text('body').notNull(),
    contentHash: text('content_hash').notNull(),
    replacedAt: instant('replaced_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.mentionId, table.revision] }), workspaceWall()],
);
