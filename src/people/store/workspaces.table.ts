import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn } from '../../platform/db/columns.ts';

/** One company on this installation. */
export const workspaces = pgTable('workspaces', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  /** How the company appears in addresses: `/cantina-rossi/oggi`. */
  slug: text('slug').notNull().unique(),
  /** IANA name: the hours of the company, not of the person. */
  timeZone: text('time_zone').notNull().default('Europe/Rome'),
  /** How customers are addressed: always so, or 'same', as they address the company. */
  register: text('register', { enum: ['same', 'lei', 'tu', 'voi'] })
    .notNull()
    .default('same'),
  /** 'demo' for the invented company of `--demo`: shown as such on every screen. */
  nature: text('nature', { enum: ['company', 'demo'] })
    .notNull()
    .default('company'),
  createdAt: createdAtColumn(),
});
