import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, instant } from '../../platform/db/columns.ts';

/** A person of this installation, with their own settings. One account may work in several companies. */
export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  /** Lower case, so that one address is one account. */
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  /** Unused by us; the sign-in library keeps a portrait's address here. */
  image: text('image'),
  /** Null or false until a second factor was enrolled and proven once. */
  twoFactorEnabled: boolean('two_factor_enabled').default(false),
  language: text('language', { enum: ['it', 'en'] })
    .notNull()
    .default('it'),
  /** IANA name: how instants are shown to this person. */
  timeZone: text('time_zone').notNull().default('Europe/Rome'),
  theme: text('theme', { enum: ['system', 'light', 'dark'] })
    .notNull()
    .default('system'),
  density: text('density', { enum: ['calm', 'compact'] })
    .notNull()
    .default('calm'),
  createdAt: createdAtColumn(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
