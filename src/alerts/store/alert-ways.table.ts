import { integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import { deliveryStates, ways } from '../model/preferences.ts';

/** Addresses of the company that are told of each alert, signed (Standard Webhooks). */
export const alertWebhooks = pgTable(
  'alert_webhooks',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** Sealed: `whsec_` and base64. */
    sealedSecret: text('sealed_secret').notNull(),
    createdAt: createdAtColumn(),
    lastAt: instant('last_at'),
    /** Null when the latest delivery arrived; else why not. */
    lastProblem: text('last_problem'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);

/** The company's own bot on Telegram. */
export const alertBots = pgTable(
  'alert_bots',
  {
    workspaceId: workspaceIdColumn(),
    sealedToken: text('sealed_token').notNull(),
    username: text('username').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);

/** One telling of one alert, to one person or address. */
export const alertDeliveries = pgTable(
  'alert_deliveries',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    alertId: uuid('alert_id').notNull(),
    way: text('way', { enum: ways }).notNull(),
    /** The person, the device or the webhook. */
    target: uuid('target').notNull(),
    personId: uuid('person_id'),
    state: text('state', { enum: deliveryStates }).notNull(),
    attempts: integer('attempts').notNull(),
    dueAt: instant('due_at').notNull(),
    settledAt: instant('settled_at'),
    problem: text('problem'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('alert_deliveries_once').on(table.workspaceId, table.alertId, table.way, table.target),
    workspaceWall(),
  ],
);
