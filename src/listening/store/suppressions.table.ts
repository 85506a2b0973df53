import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Accounts of people who asked to be forgotten: a keyed hash of each, so that nothing makes them again and nobody can read who. */
export const suppressions = pgTable(
  'suppressions',
  {
    workspaceId: workspaceIdColumn(),
    /** HMAC-SHA-256 of channel and native id under a key derived from the installation's, base64url. */
    hash: text('hash').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hash] }), workspaceWall()],
);
