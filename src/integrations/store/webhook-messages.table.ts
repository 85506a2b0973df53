import { sql } from 'drizzle-orm';
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import { webhookEndpoints } from './webhook-endpoints.table.ts';

/** One message to one endpoint: what happened (ids alone, never texts), and every attempt to tell it. */
export const webhookMessages = pgTable(
  'webhook_messages',
  {
    workspaceId: workspaceIdColumn(),
    /** What the receiver knows it by over attempts and replays: `msg_<id>`. */
    id: idColumn(),
    endpointId: uuid('endpoint_id').notNull(),
    /** 1, 2, 3… for each endpoint, in the order in which things happened. */
    number: bigint('number', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    data: jsonb('data').notNull(),
    happenedAt: instant('happened_at').notNull(),
    /** 'waiting', 'delivered', 'failed' (given up) or 'dropped' (the endpoint was stopped). */
    state: text('state').notNull(),
    /** When this round of attempts began: three days later it is given up. */
    startedAt: instant('started_at').notNull(),
    /** Of this round. */
    attempts: integer('attempts').notNull().default(0),
    dueAt: instant('due_at'),
    settledAt: instant('settled_at'),
    /** The latest attempts: `{at, status, ms, problem, excerpt}`, the oldest first. */
    tries: jsonb('tries').notNull().default(sql`'[]'::jsonb`),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.endpointId],
      foreignColumns: [webhookEndpoints.workspaceId, webhookEndpoints.id],
    }).onDelete('cascade'),
    index('webhook_messages_log').on(table.workspaceId, table.endpointId, table.number.desc()),
    index('webhook_messages_due')
      .on(table.workspaceId, table.endpointId, table.dueAt)
      .where(sql`state = 'waiting'`),
    index('webhook_messages_old').on(table.settledAt).where(sql`settled_at is not null`),
    workspaceWall(),
  ],
);
