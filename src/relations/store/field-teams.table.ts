import { index, jsonb, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { ChosenTeam } from '../model/field/chosen-team.ts';

/** People chosen for a field: the proposal on the table, and the teams that somebody kept. People by their ids alone. */
export const fieldTeams = pgTable(
  'field_teams',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    fieldId: uuid('field_id').notNull(),
    /** Null while it is only proposed: the next choice takes its place. */
    name: text('name'),
    team: jsonb('team').$type<ChosenTeam>().notNull(),
    hours: real('hours').notNull(),
    pins: uuid('pins').array().notNull(),
    exclusions: uuid('exclusions').array().notNull(),
    savedBy: uuid('saved_by'),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('field_teams_field').on(table.workspaceId, table.fieldId, table.at.desc()),
    workspaceWall(),
  ],
);
