import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** A person who is away at a channel's own page to grant us access: taken back once, within minutes. */
export const connectionAuthorisations = pgTable(
  'connection_authorisations',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    personId: uuid('person_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    channel: text('channel').notNull(),
    name: text('name'),
    settings: jsonb('settings').notNull(),
    /** Sealed JSON: {secrets, keep}. */
    sealed: text('sealed').notNull(),
    createdAt: createdAtColumn(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);
