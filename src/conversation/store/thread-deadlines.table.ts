import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Intent } from '../../language/index.ts';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Each time that somebody waits for our word: since when, until when, and how it ended. */
export const threadDeadlines = pgTable(
  'thread_deadlines',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    threadId: uuid('thread_id').notNull(),
    kind: text('kind', { enum: ['first', 'next'] }).notNull(),
    channel: text('channel').notNull(),
    /** The team whose hours counted; null: the company's. */
    teamId: uuid('team_id'),
    /** What they wanted and how grave it was when the clock was set: for the figures. */
    intents: text('intents').array().$type<readonly Intent[]>().notNull().default(sql`'{}'::text[]`),
    gravity: integer('gravity').$type<1 | 2 | 3 | 4>(),
    /** Working minutes that were given. */
    minutes: integer('minutes').notNull(),
    startedAt: instant('started_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** Null while they wait. */
    endedAt: instant('ended_at'),
    /** How it ended; null while they wait. `dropped`: closed without an answer, or taken back by them. */
    outcome: text('outcome', { enum: ['answered', 'dropped'] }),
    /** Working minutes that it took; null until it was answered. */
    taken: integer('taken'),
    /** When those concerned were told that it has passed; null while it has not. */
    toldAt: instant('told_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('thread_deadlines_running')
      .on(table.workspaceId, table.threadId)
      .where(sql`ended_at is null`),
    index('thread_deadlines_due')
      .on(table.workspaceId, table.dueAt, table.threadId)
      .where(sql`ended_at is null`),
    index('thread_deadlines_thread').on(table.workspaceId, table.threadId),
    index('thread_deadlines_figures').on(table.workspaceId, table.startedAt),
    workspaceWall(),
  ],
);
