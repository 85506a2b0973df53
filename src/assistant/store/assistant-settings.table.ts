import { boolean, doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Which language model a company lets help, for what, and how much it may cost. No row: none. */
export const assistantSettings = pgTable(
  'assistant_settings',
  {
    workspaceId: workspaceIdColumn(),
    enabled: boolean('enabled').notNull(),
    /** Up to and without `/chat/completions`; empty until chosen. */
    baseUrl: text('base_url').notNull(),
    model: text('model').notNull(),
    /** Sealed; null where the server asks for none. */
    sealedKey: text('sealed_key'),
    /** To read what our own reading is unsure of. */
    forUncertain: boolean('for_uncertain').notNull(),
    /** To propose drafts of answers. */
    forDrafts: boolean('for_drafts').notNull(),
    /** Euro for a million tokens, as the company is charged. */
    priceIn: doublePrecision('price_in').notNull(),
    priceOut: doublePrecision('price_out').notNull(),
    /** Euro a month; null where nothing is to pay. */
    monthlyCap: doublePrecision('monthly_cap'),
    timeoutSeconds: integer('timeout_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
