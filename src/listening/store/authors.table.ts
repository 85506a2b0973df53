import { pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** Who wrote, as one channel knows them. The key is the channel's own opaque id: names and handles change. */
export const authors = pgTable(
  'authors',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    channel: text('channel').notNull(),
    nativeId: text('native_id').notNull(),
    name: text('name'),
    handle: text('handle'),
    url: text('url'),
    avatarUrl: text('avatar_url'),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('authors_native').on(table.workspaceId, table.channel, table.nativeId),
    workspaceWall(),
  ],
);
