import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/**
 * Conversations that are hidden from a person of ours whom they attack. The rows below the conversation are withheld from them by
 * row-level security (migration "shields"), so that no route, room or search of today or tomorrow can show them.
 */
export const threadShields = pgTable(
  'thread_shields',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    threadId: uuid('thread_id').notNull(),
    hiddenFrom: uuid('hidden_from').notNull(),
    /** Who looks after it instead. */
    handlerId: uuid('handler_id').notNull(),
    reason: text('reason', { enum: ['insult', 'threat', 'other'] }).notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: uuid('started_by').notNull(),
    /** Since when the person reads it all the same, as they asked; null while it is hidden. */
    openedAt: instant('opened_at'),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('thread_shields_open')
      .on(table.workspaceId, table.threadId, table.hiddenFrom)
      .where(sql`ended_at is null`),
    index('thread_shields_person')
      .on(table.workspaceId, table.hiddenFrom)
      .where(sql`ended_at is null and opened_at is null`),
    workspaceWall(),
  ],
);
