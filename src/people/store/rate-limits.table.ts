import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/** How often an address tried to sign in lately, shared by all processes of the installation. */
export const rateLimits = pgTable('rate_limits', {
  id: uuid('id').primaryKey(),
  /** `address|path`. */
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  /** Milliseconds since 1970. */
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});
