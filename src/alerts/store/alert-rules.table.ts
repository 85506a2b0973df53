import { integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import { falseAlarms } from '../model/false-alarms.ts';
import { alertKinds } from '../model/kinds.ts';

/** Of what a company wants to be told about a watch, and how surely. */
export const alertRules = pgTable(
  'alert_rules',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    watchId: uuid('watch_id').notNull(),
    kind: text('kind', { enum: alertKinds }).notNull(),
    /** At most one false alarm in this time; of no use to rules that do not count (`reach`, `phrase`). */
    falseAlarms: text('false_alarms', { enum: falseAlarms }).notNull(),
    /** Followers from which somebody has reach; of no use to other rules. */
    leastReach: integer('least_reach').notNull(),
    state: text('state', { enum: ['on', 'off'] }).notNull(),
    /** Nothing before this is told: a new rule does not tell of the past. */
    since: instant('since').notNull(),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('alert_rules_watch').on(table.workspaceId, table.watchId, table.kind),
    workspaceWall(),
  ],
);
