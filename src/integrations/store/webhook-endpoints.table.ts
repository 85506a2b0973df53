import { bigint, boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** Where a company wants to be told by program, of what, and how that is going. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** Kinds of model/event-types.ts. */
    kinds: text('kinds').array().notNull(),
    /** What people wrote goes along; otherwise ids and links alone. */
    withTexts: boolean('with_texts').notNull(),
    /** 'active', 'paused' (by a person) or 'disabled' (by the product: see `reason`). */
    state: text('state').notNull(),
    /** Why the product stopped: 'gone' (410) or 'dead' (three days without a success); null otherwise. */
    reason: text('reason'),
    /** Sealed, bound to this row. */
    sealedSecret: text('sealed_secret').notNull(),
    /** The secret before the last rotation: signs too, for a while yet; null when there is none. */
    sealedPrevious: text('sealed_previous'),
    previousUntil: instant('previous_until'),
    /** The number of the latest message: receivers put them in order by it. */
    lastNumber: bigint('last_number', { mode: 'number' }).notNull().default(0),
    /** Attempts that failed since the last success. */
    failures: integer('failures').notNull().default(0),
    /** Since when every attempt has failed; null while it goes well. */
    failingSince: instant('failing_since'),
    /** Nothing is sent before: it asked for it, or failed often in a row. */
    restingUntil: instant('resting_until'),
    /** Somebody is at work on it until then. */
    busyUntil: instant('busy_until'),
    busyBy: uuid('busy_by'),
    /** Its latest answer took long, or none came: it takes its turns among the slow. */
    isSlow: boolean('is_slow').notNull().default(false),
    lastAt: instant('last_at'),
    /** The status of its latest answer; null when none came. */
    lastStatus: integer('last_status'),
    /** When people were told that messages were given up; null after a success. */
    toldAt: instant('told_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('webhook_endpoints_active').on(table.workspaceId, table.state),
    workspaceWall(),
  ],
);
