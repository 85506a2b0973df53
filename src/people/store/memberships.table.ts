import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import { users } from './users.table.ts';
import { workspaces } from './workspaces.table.ts';

/** A person's place in a company: which roles they hold there. */
export const memberships = pgTable(
  'memberships',
  {
    workspaceId: workspaceIdColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => users.id),
    roles: text('roles').array().notNull().default(sql`'{}'`),
    createdAt: createdAtColumn(),
    /** Set when the person left: their words stay signed, their access ends at once. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.personId] }),
    index('memberships_person').on(table.personId),
    workspaceWall(),
  ],
);
