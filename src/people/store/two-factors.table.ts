import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../platform/db/columns.ts';
import { users } from './users.table.ts';

/** A person's second factor: codes by the clock (TOTP, RFC 6238) and the backup codes for a lost phone. */
export const twoFactors = pgTable(
  'two_factors',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Encrypted, and so are the codes. */
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    /** False until the first right code. */
    verified: boolean('verified').default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    /** Null unless too many wrong codes were tried. */
    lockedUntil: instant('locked_until'),
  },
  (table) => [index('two_factors_user').on(table.userId), index('two_factors_secret').on(table.secret)],
);
