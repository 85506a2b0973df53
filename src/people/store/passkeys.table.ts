import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn } from '../../platform/db/columns.ts';
import { users } from './users.table.ts';

/** A passkey (WebAuthn Level 3) of a person: only public facts. */
export const passkeys = pgTable(
  'passkeys',
  {
    /** Text, because this id arrives from the browser through the library unchecked. */
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** How the person calls it; null when they gave no name. */
    name: text('name'),
    publicKey: text('public_key').notNull(),
    credentialID: text('credential_id').notNull().unique(),
    /** Grows at each use where the authenticator counts: going back means a copy. */
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    /** Comma-separated hints such as `internal,hybrid`; null when the browser gave none. */
    transports: text('transports'),
    createdAt: createdAtColumn(),
    /** Which make of authenticator; null when it does not say. */
    aaguid: text('aaguid'),
  },
  (table) => [index('passkeys_user').on(table.userId)],
);
