import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** What a channel gave us, untouched: the origin of everything derived, deletable on its own. */
export const rawItems = pgTable(
  'raw_items',
  {
    workspaceId: workspaceIdColumn(),
    connectionId: uuid('connection_id').notNull(),
    nativeId: text('native_id').notNull(),
    revision: text('revision').notNull(),
    contentType: text('content_type').notNull(),
    encoding: text('encoding', { enum: ['utf8', 'base64'] }).notNull(),
    body: text('body').notNull(),
    context: jsonb('context').$type<Readonly<Record<string, string>>>().notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.connectionId, table.nativeId, table.revision] }),
    index('raw_items_age').on(table.receivedAt),
    workspaceWall(),
  ],
);
