import { customType, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A picture that somebody of the company added: made anew from its dots, so that nothing else travels in it. */
export const uploads = pgTable(
  'uploads',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    personId: uuid('person_id').notNull(),
    mimeType: text('mime_type', { enum: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] }).notNull(),
    byteLength: integer('byte_length').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** A safe file name that ends as its type does. */
    name: text('name').notNull(),
    /** What can be seen in it, for who cannot; empty when nobody has said yet. */
    alt: text('alt').notNull(),
    bytes: bytea('bytes').notNull(),
    /** Until when it waits to be used; null once something that stays shows it. */
    neededUntil: instant('needed_until'),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('uploads_waiting').on(table.workspaceId, table.personId, table.neededUntil),
    workspaceWall(),
  ],
);
