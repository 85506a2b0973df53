import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import { escalations, reportKinds, reportStates, reportSteps } from '../model/report-states.ts';

/** Something illicit that was written of us or to us, and what became of reporting it. */
export const protectionReports = pgTable(
  'protection_reports',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    /** Counts from 1 in each company. */
    number: integer('number').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: reportStates }).notNull(),
    kind: text('kind', { enum: reportKinds }).notNull(),
    /** As in model/platforms.ts. */
    platform: text('platform').notNull(),
    /** Null when it was not said in a conversation. */
    threadId: uuid('thread_id'),
    url: text('url'),
    /** Why it is illicit, in our own words; empty until somebody writes it. */
    reasons: text('reasons').notNull(),
    /** When it was published, by the channel's clock. */
    publishedAt: instant('published_at').notNull(),
    /** The day of the visit or purchase that a review speaks of, where we know it. */
    visitedOn: date('visited_on', { mode: 'string' }),
    openedAt: instant('opened_at').notNull(),
    /** Null when the product opened it by itself. */
    openedBy: uuid('opened_by'),
    /** When it was last reported to the platform, and when that answered; null until then. */
    reportedAt: instant('reported_at'),
    answeredAt: instant('answered_at'),
    /** What the platform did at last; null until it is known. */
    outcome: text('outcome', { enum: ['removed', 'refused', 'no-answer'] }),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('protection_reports_number').on(table.workspaceId, table.number),
    index('protection_reports_thread').on(table.workspaceId, table.threadId),
    index('protection_reports_ended').on(table.endedAt).where(sql`ended_at is not null`),
    workspaceWall(),
  ],
);

/** What was done with a report, in order. */
export const protectionSteps = pgTable(
  'protection_steps',
  {
    workspaceId: workspaceIdColumn(),
    reportId: uuid('report_id').notNull(),
    version: integer('version').notNull(),
    step: text('step', { enum: reportSteps }).notNull(),
    /** When it happened, as the person says. */
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    personId: uuid('person_id'),
    /** To whom it was escalated; null for the other steps. */
    escalatedTo: text('escalated_to', { enum: escalations }),
    /** The number that the platform gave, what it answered: ours; empty when nothing was written. */
    note: text('note').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.reportId, table.version] }), workspaceWall()],
);
