import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAtColumn, idColumn, instant, workspaceIdColumn, workspaceWall } from '../db/columns.ts';

/** What happened in a room and the rooms above have not heard yet: a row lives until every subscriber has. */
export const outboxEvents = pgTable(
  'outbox_events',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: createdAtColumn(),
    attempts: integer('attempts').notNull().default(0),
    /** Not before this instant: pushed forward after each failure. */
    nextAttemptAt: instant('next_attempt_at').notNull().defaultNow(),
    /** Why the last attempt failed; null when none has. */
    lastError: text('last_error'),
    /** Set when we gave up: the row stays for a human to see (`passaparola doctor`). */
    deadAt: instant('dead_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('outbox_events_due').on(table.nextAttemptAt, table.id).where(sql`dead_at is null`),
    workspaceWall(),
  ],
);
