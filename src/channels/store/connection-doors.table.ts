import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** A key of the address at which others bring things to a connection. A renewed one holds for some days beside the new. */
export const connectionDoors = pgTable(
  'connection_doors',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    connectionId: uuid('connection_id').notNull(),
    /** SHA-256 of the key, base64url: who reads the database does not hold the key. */
    keyHash: text('key_hash').notNull(),
    /** The key itself, sealed (AES-256-GCM): to be shown again to who manages the connections. */
    sealedKey: text('sealed_key').notNull(),
    createdAt: createdAtColumn(),
    /** When a renewed key ends; null for the one in use. */
    endsAt: instant('ends_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('connection_doors_key').on(table.keyHash),
    index('connection_doors_connection').on(table.workspaceId, table.connectionId),
    workspaceWall(),
  ],
);
