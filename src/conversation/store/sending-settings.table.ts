import { integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { CheckLevels } from '../../language/index.ts';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { ApprovalRule } from '../model/approval-rules.ts';

/** Whose answers wait for an approver, and what is looked at before any answer leaves; without a row, as usual (model/sending-settings.ts). */
export const sendingSettings = pgTable(
  'sending_settings',
  {
    workspaceId: workspaceIdColumn(),
    rules: jsonb('rules').$type<readonly ApprovalRule[]>().notNull(),
    /** Minutes within which somebody shall have decided. */
    decideWithin: integer('decide_within').notNull(),
    /** Only where the company chose otherwise than we do. */
    levels: jsonb('levels').$type<CheckLevels>().notNull(),
    forbiddenWords: jsonb('forbidden_words').$type<readonly string[]>().notNull(),
    /** Numbers and addresses of the company's own: anyone may read them. */
    ownContacts: jsonb('own_contacts').$type<readonly string[]>().notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
