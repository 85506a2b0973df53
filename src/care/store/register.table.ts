import { boolean, integer, jsonb, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { SolveWithin } from '../model/deadline.ts';

/** How a company cares, and whether its register is public. */
export const careSettings = pgTable(
  'care_settings',
  {
    workspaceId: workspaceIdColumn(),
    opensByItself: boolean('opens_by_itself').notNull(),
    /** How sure a reading must be that it is a complaint; 0 to 1. */
    sureFrom: real('sure_from').notNull(),
    solveWithin: jsonb('solve_within').$type<SolveWithin>().notNull(),
    isPublic: boolean('is_public').notNull(),
    /** Since when the register counts; null until it was first made public. */
    publicSince: instant('public_since'),
    /** A sentence of the company's own at the top; empty when none. */
    italian: text('italian').notNull(),
    english: text('english').notNull(),
    /** The register's Ed25519 key (PKCS 8, PEM), sealed; null until it was first made public. */
    sealedKey: text('sealed_key'),
    /** SPKI, base64. */
    publicKey: text('public_key'),
    /** The number of the latest case. */
    lastNumber: integer('last_number').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);

/** The register's figures as they were signed, day by day: each names the digest of the day before. */
export const registerDays = pgTable(
  'register_days',
  {
    workspaceId: workspaceIdColumn(),
    /** YYYY-MM-DD, UTC. */
    day: text('day').notNull(),
    /** Canonical JSON: exactly the bytes that were signed. */
    statement: text('statement').notNull(),
    /** SHA-256 of the statement, hex. */
    digest: text('digest').notNull(),
    /** Ed25519 of the digest's bytes, base64. */
    signature: text('signature').notNull(),
    publicKey: text('public_key').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.day] }), workspaceWall()],
);
