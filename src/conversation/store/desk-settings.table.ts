import { integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { DeskHours } from '../../platform/time/desk-hours.ts';
import type { AnswerTarget } from '../model/answer-target.ts';

/** When the company answers and within how long; without a row, as usual (platform/time/desk-hours.ts, model/answer-target.ts). */
export const deskSettings = pgTable(
  'desk_settings',
  {
    workspaceId: workspaceIdColumn(),
    hours: jsonb('hours').$type<DeskHours>().notNull(),
    /** The first that fits counts. */
    targets: jsonb('targets').$type<readonly AnswerTarget[]>().notNull(),
    /** Who is called when a deadline has passed; null: nobody in particular. */
    escalateTo: uuid('escalate_to'),
    /** Counts every change: two people at once are both told. */
    version: integer('version').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
