import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Each time that the language model was asked: how much and how it went, never what was said. */
export const assistantUses = pgTable(
  'assistant_uses',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    purpose: text('purpose', { enum: ['draft', 'reading', 'check'] }).notNull(),
    tokensIn: integer('tokens_in').notNull(),
    tokensOut: integer('tokens_out').notNull(),
    /** Millionths of a euro. While the answer is awaited, the most that it can come to. */
    cost: bigint('cost', { mode: 'number' }).notNull(),
    milliseconds: integer('milliseconds').notNull(),
    /** `ok`, `pending`, or the kind of what went wrong. */
    outcome: text('outcome').notNull(),
    /** Until when the server asked to be left alone. */
    holdUntil: instant('hold_until'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('assistant_uses_month').on(table.workspaceId, table.createdAt),
    workspaceWall(),
  ],
);
