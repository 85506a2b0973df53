import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { Ending, KeptTurn } from '../model/attempt.ts';

/** A practice conversation. What was written in it belongs to who wrote it, until they share it. */
export const practiceAttempts = pgTable(
  'practice_attempts',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    personId: uuid('person_id').notNull(),
    scenarioId: text('scenario_id').notNull(),
    language: text('language', { enum: ['it', 'en'] }).notNull(),
    turns: jsonb('turns').$type<readonly KeptTurn[]>().notNull(),
    /** How it ended; null while it goes on. */
    ending: text('ending').$type<Ending>(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** When its author chose to show it to who coordinates; null when nobody else may read it. */
    sharedAt: instant('shared_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('practice_attempts_person').on(table.workspaceId, table.personId, table.startedAt.desc()),
    workspaceWall(),
  ],
);
