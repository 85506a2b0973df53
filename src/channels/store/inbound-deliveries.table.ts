import { sql } from 'drizzle-orm';
import {
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** What was brought to a connection's door: kept as it came before it is acknowledged, emptied when it has been taken in. */
export const inboundDeliveries = pgTable(
  'inbound_deliveries',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    connectionId: uuid('connection_id').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** {method, path, query, headers, note}; {} once handled. */
    request: jsonb('request').notNull(),
    /** The bytes as they came; none once handled. */
    body: bytea('body').notNull(),
    /** SHA-256 of method, path, query and body: the same thing brought twice while it waits is one. */
    digest: text('digest').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Not to be tried before; while a process works on it, when its word ends. */
    nextAttemptAt: instant('next_attempt_at').notNull(),
    /** The kind of problem that the last attempt met. */
    problem: text('problem'),
    handledAt: instant('handled_at'),
    /** How it ended: `taken`, `nothing`, `given-up` or the channel's own refusal; null while it waits. */
    outcome: text('outcome'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('inbound_deliveries_due').on(table.nextAttemptAt).where(sql`handled_at is null`),
    uniqueIndex('inbound_deliveries_waiting')
      .on(table.workspaceId, table.connectionId, table.digest)
      .where(sql`handled_at is null`),
    index('inbound_deliveries_handled').on(table.handledAt),
    workspaceWall(),
  ],
);
