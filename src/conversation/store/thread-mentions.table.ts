import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Which mentions make up a thread, with what its summary is made from. A mention belongs to one thread. */
export const threadMentions = pgTable(
  'thread_mentions',
  {
    workspaceId: workspaceIdColumn(),
    mentionId: uuid('mention_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    saidAt: instant('said_at').notNull(),
    ours: boolean('ours').notNull(),
    addressed: boolean('addressed').notNull(),
    /** A watch of ours answered to it. */
    matched: boolean('matched').notNull(),
    /** Waits for nobody: sent by a machine, or heard in person by a colleague. */
    automatic: boolean('automatic').notNull(),
    removed: boolean('removed').notNull(),
    /** Same subject, same counterpart (see model/subject-key.ts); null where that says nothing. */
    subjectKey: text('subject_key'),
    /** A reply by its subject that names no message it answers: its thread is found by the subject. */
    orphan: boolean('orphan').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.mentionId] }),
    index('thread_mentions_thread').on(table.workspaceId, table.threadId, table.saidAt),
    index('thread_mentions_subject')
      .on(table.workspaceId, table.subjectKey, table.saidAt)
      .where(sql`subject_key is not null`),
    workspaceWall(),
  ],
);
