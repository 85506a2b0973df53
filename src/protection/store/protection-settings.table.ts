import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** How long evidence is kept, who signs notices, and the key that signs evidence. */
export const protectionSettings = pgTable(
  'protection_settings',
  {
    workspaceId: workspaceIdColumn(),
    /** Months after a report has ended. */
    keepMonths: integer('keep_months').notNull(),
    /** Who signs notices for the company (its legal representative) and where they are answered; empty until written. */
    signatory: text('signatory').notNull(),
    email: text('email').notNull(),
    /** Ed25519 (PKCS 8, PEM), sealed, and its public half (SPKI, base64); null until evidence was first collected. */
    sealedKey: text('sealed_key'),
    publicKey: text('public_key'),
    lastNumber: integer('last_number').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
