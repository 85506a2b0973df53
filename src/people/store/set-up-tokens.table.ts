import { pgTable, text } from 'drizzle-orm/pg-core';
import { createdAtColumn } from '../../platform/db/columns.ts';

/** The tokens that may set up an installation without people; all void once one was used. */
export const setUpTokens = pgTable('set_up_tokens', {
  /** SHA-256 of the token, which was printed once and is kept nowhere. */
  tokenHash: text('token_hash').primaryKey(),
  createdAt: createdAtColumn(),
});
