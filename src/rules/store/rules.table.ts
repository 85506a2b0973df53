import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { RuleBody } from '../model/rule.ts';
import type { PauseReason } from '../model/rule-state.ts';

/** What a company wants done by itself: when, if, then. */
export const rules = pgTable(
  'rules',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    /** From 0: the order in which they are asked. */
    position: integer('position').notNull(),
    state: text('state', { enum: ['on', 'off', 'paused'] }).notNull(),
    /** Who wrote it last: told when it stops, and in whose name its notes stand. */
    ownerId: uuid('owner_id').notNull(),
    body: jsonb('body').$type<RuleBody>().notNull(),
    /** Rules after this one are not asked where it did something. */
    stops: boolean('stops').notNull(),
    /** More deeds than this in an hour, and it is paused. */
    mostPerHour: integer('most_per_hour').notNull(),
    /** Counts every change that a person makes. */
    version: integer('version').notNull(),
    /** Since when it is on: what happened before is not its business. */
    activeSince: instant('active_since').notNull(),
    /** Why the product itself stopped it; null unless it is paused. */
    pauseReason: jsonb('pause_reason').$type<PauseReason>(),
    /** Failures one after another. */
    failures: integer('failures').notNull().default(0),
    /** Whose turn was the last; null before the first. */
    lastTurn: uuid('last_turn'),
    /** Up to when coming deadlines were looked at; null before the first look. */
    lookedAt: instant('looked_at'),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('rules_order').on(table.workspaceId, table.position, table.id),
    workspaceWall(),
  ],
);
