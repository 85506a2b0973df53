import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { RuleBody } from '../model/rule.ts';
import type { RunExample, RunScope } from '../model/run.ts';

/** A rule tried on, or applied to, conversations that are already there; or its deeds taken back. In batches, stopped at any moment. */
export const ruleRuns = pgTable(
  'rule_runs',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    kind: text('kind', { enum: ['try', 'apply', 'undo'] }).notNull(),
    /** Null when a rule that is not kept yet is tried. */
    ruleId: uuid('rule_id'),
    personId: uuid('person_id').notNull(),
    /** The rule as it was when it began; null when deeds are taken back. */
    body: jsonb('body').$type<RuleBody>(),
    scope: jsonb('scope').$type<RunScope>().notNull(),
    state: text('state', { enum: ['running', 'paused', 'stopped', 'done', 'failed'] }).notNull(),
    /** Up to where it is: a conversation's id, or a deed's when deeds are taken back. */
    cursor: uuid('cursor'),
    /** Whose turn was the last. */
    lastTurn: uuid('last_turn'),
    total: integer('total').notNull(),
    seen: integer('seen').notNull().default(0),
    /** To how many it applied. */
    met: integer('met').notNull().default(0),
    /** To how many it did something. */
    acted: integer('acted').notNull().default(0),
    /** Left as they are: somebody has touched them since. */
    kept: integer('kept').notNull().default(0),
    examples: jsonb('examples').$type<readonly RunExample[]>().notNull().default([]),
    failures: integer('failures').notNull().default(0),
    createdAt: createdAtColumn(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('rule_runs_running').on(table.workspaceId, table.id).where(sql`state = 'running'`),
    index('rule_runs_rule').on(table.workspaceId, table.ruleId, table.createdAt.desc()),
    workspaceWall(),
  ],
);
