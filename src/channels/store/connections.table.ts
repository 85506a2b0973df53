import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** A channel that a company has joined up: one account, mailbox or feed. */
export const connections = pgTable(
  'connections',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    /** The manifest's id, such as `bluesky`. */
    channel: text('channel').notNull(),
    name: text('name').notNull(),
    settings: jsonb('settings').notNull(),
    /** Sealed JSON (AES-256-GCM) of passwords and tokens; null for channels without any. */
    secrets: text('secrets'),
    /** Who we are on that channel: {nativeId, name?, handle?, url?}; null until the first check. */
    account: jsonb('account'),
    /** Where receiving goes on from, as the channel wants it; null before the first time. */
    cursor: jsonb('cursor'),
    /** The stream's own place, apart from the poll's. */
    streamCursor: jsonb('stream_cursor'),
    /** What the channel remembers of its subscriptions, by names of its own. */
    pushState: jsonb('push_state').notNull().default({}),
    state: text('state', { enum: ['active', 'paused', 'needs-attention'] })
      .notNull()
      .default('active'),
    /** Null while all is well: {kind, detail, at}. */
    problem: jsonb('problem'),
    failures: integer('failures').notNull().default(0),
    nextPollAt: instant('next_poll_at').notNull().defaultNow(),
    lastPolledAt: instant('last_polled_at'),
    lastEventAt: instant('last_event_at'),
    lastCheckedAt: instant('last_checked_at'),
    /** What the channel has to say that is no problem, in both languages: [{it, en}]. */
    notices: jsonb('notices').notNull().default([]),
    /** What an answer may contain, as last told by the channel: {limits, at}; null before it was asked. */
    limits: jsonb('limits'),
    /** When the access granted to us ends; null when it does not. */
    expiresAt: instant('expires_at'),
    /** The last warning of that end: {expiresAt, days}; null before the first. */
    expiryWarned: jsonb('expiry_warned'),
    /** Where asking again about what it brought stands: {startedAt, after, passedFrom}; null before the first time. */
    recheck: jsonb('recheck'),
    /** The process that receives for this connection now, and until when its word holds. */
    leaseHolder: uuid('lease_holder'),
    leaseUntil: instant('lease_until'),
    createdBy: uuid('created_by'),
    createdAt: createdAtColumn(),
    /** Set when removed by hand: what it brought stays, receiving and sending end. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('connections_due').on(table.state, table.nextPollAt),
    workspaceWall(),
  ],
);
