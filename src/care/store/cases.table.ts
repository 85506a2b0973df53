import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import { caseStates } from '../model/case-states.ts';
import type { Gravity, GravityReason } from '../model/gravity.ts';

/** A complaint as it stands: made from its events (`case_events`) and nothing else, so that lists need not read them. No words of anybody. */
export const cases = pgTable(
  'cases',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    /** Counts from 1 in each company: what people call it. */
    number: integer('number').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: caseStates }).notNull(),
    openedBy: text('opened_by', { enum: ['hand', 'language'] }).notNull(),
    channel: text('channel').notNull(),
    reportedAt: instant('reported_at').notNull(),
    /** Null until a person of ours answered. */
    firstAnswerAt: instant('first_answer_at'),
    answers: integer('answers').notNull(),
    /** Null until it was solved. */
    answersToSolve: integer('answers_to_solve'),
    firstSolvedAt: instant('first_solved_at'),
    /** Null unless it stands solved. */
    solvedAt: instant('solved_at'),
    confirmedAt: instant('confirmed_at'),
    /** Null while something is waited for from us. */
    endedAt: instant('ended_at'),
    reopened: integer('reopened').notNull(),
    /** Null until one of its people praised us afterwards. */
    praisedAt: instant('praised_at'),
    gravity: integer('gravity').$type<Gravity>().notNull(),
    gravityReasons: jsonb('gravity_reasons').$type<readonly GravityReason[]>().notNull(),
    /** Null where nobody said otherwise than the reckoning. */
    gravityChosen: integer('gravity_chosen').$type<Gravity>(),
    ownerId: uuid('owner_id'),
    dueAt: instant('due_at'),
    causeId: uuid('cause_id'),
    product: text('product'),
    batch: text('batch'),
    orderReference: text('order_reference'),
    mentions: integer('mentions').notNull(),
    people: integer('people').notNull(),
    costCents: integer('cost_cents').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('cases_number').on(table.workspaceId, table.number),
    index('cases_reported').on(table.workspaceId, table.reportedAt.desc(), table.id.desc()),
    index('cases_open').on(table.workspaceId, table.dueAt, table.id).where(sql`ended_at is null`),
    index('cases_cause').on(table.workspaceId, table.causeId).where(sql`cause_id is not null`),
    workspaceWall(),
  ],
);
