import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** That a draft was proposed by a language model, for whom and where (Regulation (EU) 2024/1689, article 50); not its words. */
export const assistantDrafts = pgTable(
  'assistant_drafts',
  {
    workspaceId: workspaceIdColumn(),
    /** Where it stood then: threads are merged, mentions stay. */
    threadId: uuid('thread_id').notNull(),
    id: idColumn(),
    /** The one that it answers. */
    mentionId: uuid('mention_id').notNull(),
    personId: uuid('person_id').notNull(),
    model: text('model').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.threadId, table.id] }),
    index('assistant_drafts_mention').on(table.workspaceId, table.mentionId),
    workspaceWall(),
  ],
);
