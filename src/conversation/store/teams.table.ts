import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, idColumn, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { DeskHours } from '../../platform/time/desk-hours.ts';

/** People who answer together: a conversation can be entrusted to all of them, before it is one person's. */
export const teams = pgTable(
  'teams',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    /** When it is there; null: whenever the company is. */
    hours: jsonb('hours').$type<DeskHours>(),
    /** Counts every change: two people at once are both told. */
    version: integer('version').notNull().default(1),
    createdAt: createdAtColumn(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);

/** Who belongs to a team; somebody may belong to several. */
export const teamMembers = pgTable(
  'team_members',
  {
    workspaceId: workspaceIdColumn(),
    teamId: uuid('team_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.teamId, table.personId] }), workspaceWall()],
);
