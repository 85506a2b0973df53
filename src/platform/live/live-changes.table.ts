import { bigserial, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAtColumn, workspaceIdColumn, workspaceWall } from '../db/columns.ts';

/** What open screens must know, kept for a short while so that a stream can resume where it broke off. */
export const liveChanges = pgTable(
  'live_changes',
  {
    workspaceId: workspaceIdColumn(),
    /** Grows within a workspace in the order of commits: writers of one workspace queue up (see append-live.ts). */
    sequence: bigserial('sequence', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sequence] }),
    index('live_changes_age').on(table.createdAt),
    workspaceWall(),
  ],
);
