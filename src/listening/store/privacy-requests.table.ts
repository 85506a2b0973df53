import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** What people ask of a company about their data (GDPR art. 15-21): who they are is kept until it is done, no longer. */
export const privacyRequests = pgTable(
  'privacy_requests',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    kind: text('kind', { enum: ['object', 'erase', 'access'] }).notNull(),
    /** Accounts and addresses by which they are known, as they typed them, one a line; null once it is closed. */
    accounts: text('accounts'),
    /** Where they want the answer; null once it is closed. */
    contact: text('contact'),
    message: text('message'),
    language: text('language', { enum: ['it', 'en'] }).notNull(),
    receivedAt: instant('received_at').notNull(),
    /** Keyed hash of the network address it came from, for an hour: against floods. */
    sender: text('sender'),
    state: text('state', { enum: ['open', 'done', 'refused'] }).notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    /** What was done, in numbers: it names nobody. */
    receipt: jsonb('receipt').$type<Readonly<Record<string, number>>>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('privacy_requests_time').on(table.workspaceId, table.receivedAt.desc()),
    workspaceWall(),
  ],
);
