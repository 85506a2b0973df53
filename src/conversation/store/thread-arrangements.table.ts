import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { ArrangementRecord } from '../model/arrangement.ts';

/** What a person joined or divided by hand, with what is needed to take it back. Ids only, no words of anybody. */
export const threadArrangements = pgTable(
  'thread_arrangements',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    kind: text('kind', { enum: ['merge', 'split'] }).notNull(),
    /** The conversation that stayed. */
    threadId: uuid('thread_id').notNull(),
    personId: uuid('person_id').notNull(),
    record: jsonb('record').$type<ArrangementRecord>().notNull(),
    createdAt: createdAtColumn(),
    /** Null while it stands. */
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('thread_arrangements_thread').on(table.workspaceId, table.threadId, table.createdAt.desc()),
    workspaceWall(),
  ],
);
