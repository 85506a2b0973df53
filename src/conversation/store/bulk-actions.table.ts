import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { BulkBefore, BulkWish } from '../model/bulk.ts';

/** One wish for many conversations at once: carried out in batches, stopped and taken back at any moment. */
export const bulkActions = pgTable(
  'bulk_actions',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    personId: uuid('person_id').notNull(),
    wish: jsonb('wish').$type<BulkWish>().notNull(),
    state: text('state', { enum: ['running', 'stopped', 'done', 'undoing', 'undone'] }).notNull(),
    total: integer('total').notNull(),
    createdAt: createdAtColumn(),
    /** When the last batch ended; null while one is under way. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('bulk_actions_running').on(table.workspaceId, table.id).where(sql`state in ('running', 'undoing')`),
    workspaceWall(),
  ],
);

/** What became of each conversation of such a wish. */
export const bulkItems = pgTable(
  'bulk_items',
  {
    workspaceId: workspaceIdColumn(),
    bulkId: uuid('bulk_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    /** `same`: it was so already; `kept`: somebody has changed it since, so it was not taken back; `gone`: it is no more. */
    state: text('state', { enum: ['waiting', 'applied', 'same', 'gone', 'undone', 'kept'] })
      .notNull()
      .default('waiting'),
    /** How it stood before; null until it was its turn. */
    before: jsonb('before').$type<BulkBefore>(),
    /** The version that it was left at; null until it was its turn. */
    version: integer('version'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.bulkId, table.threadId] }),
    index('bulk_items_waiting')
      .on(table.workspaceId, table.bulkId, table.threadId)
      .where(sql`state = 'waiting'`),
    index('bulk_items_applied')
      .on(table.workspaceId, table.bulkId, table.threadId)
      .where(sql`state = 'applied'`),
    workspaceWall(),
  ],
);
