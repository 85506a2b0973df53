import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import { workspaces } from './workspaces.table.ts';

/** What programs show at the API in place of a person who made it for them. */
export const apiKeys = pgTable(
  'api_keys',
  {
    workspaceId: workspaceIdColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    id: idColumn(),
    /** Whose rights it has a part of, and in whose name it acts. */
    personId: uuid('person_id').notNull(),
    name: text('name').notNull(),
    scopes: text('scopes').array().notNull(),
    /** The beginning of the key, to know it by. */
    shown: text('shown').notNull(),
    /** SHA-256: the key itself is shown once and kept nowhere. */
    secretHash: text('secret_hash').notNull(),
    /** The key before the last rotation, good for a while yet; null when there is none. */
    previousHash: text('previous_hash'),
    previousUntil: instant('previous_until'),
    /** Requests a minute. */
    perMinute: integer('per_minute').notNull(),
    createdAt: createdAtColumn(),
    expiresAt: instant('expires_at').notNull(),
    /** The last warning of its end (platform/time/expiry-warning.ts). */
    expiryWarned: jsonb('expiry_warned'),
    /** To the minute; null when never. */
    lastUsedAt: instant('last_used_at'),
    /** Null unless revoked. */
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('api_keys_secret').on(table.secretHash),
    index('api_keys_previous').on(table.previousHash),
    workspaceWall(),
  ],
);
