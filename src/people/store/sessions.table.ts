import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, instant } from '../../platform/db/columns.ts';
import { users } from './users.table.ts';

/** A device on which somebody is signed in. Deleting the row signs it out at its next request. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What the cookie carries, signed there with a key that the database does not know. */
    token: text('token').notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    /** Null or empty when the server could not tell. */
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: createdAtColumn(),
    /** Moves once a day while the device is in use. */
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);
