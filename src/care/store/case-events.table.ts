import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { CaseEvent, CaseEventKind } from '../model/case-event.ts';

/** What happened in each case: only ever added to. Ids, figures and choices; words are in `case_texts`. */
export const caseEvents = pgTable(
  'case_events',
  {
    workspaceId: workspaceIdColumn(),
    caseId: uuid('case_id').notNull(),
    /** 1, 2, 3…: the order in which we came to know of it. */
    version: integer('version').notNull(),
    kind: text('kind').$type<CaseEventKind>().notNull(),
    /** The whole event, `kind` included. */
    event: jsonb('event').$type<CaseEvent>().notNull(),
    /** When it happened. */
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** Who of us did it; null when the product did. */
    personId: uuid('person_id'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.caseId, table.version] }),
    index('case_events_recorded').on(table.workspaceId, table.recordedAt),
    workspaceWall(),
  ],
);
