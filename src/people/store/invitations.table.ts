import { pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import { workspaces } from './workspaces.table.ts';

/** A place offered to somebody by mail: valid once, for a while. */
export const invitations = pgTable(
  'invitations',
  {
    workspaceId: workspaceIdColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    id: idColumn(),
    /** Lower case. Only the account of this address may accept. */
    email: text('email').notNull(),
    roles: text('roles').array().notNull(),
    /** SHA-256 of the link's secret: the link itself is shown once and kept nowhere. */
    secretHash: text('secret_hash').notNull(),
    invitedBy: uuid('invited_by').notNull(),
    createdAt: createdAtColumn(),
    expiresAt: instant('expires_at').notNull(),
    /** Null while open. */
    acceptedAt: instant('accepted_at'),
    /** Null unless withdrawn. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('invitations_secret').on(table.secretHash),
    workspaceWall(),
  ],
);
