import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, idColumn, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Who changed what and when: appended in the same transaction as the change, never edited. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    /** Null when the product itself acted. */
    personId: uuid('person_id'),
    /** A verb with its object, such as `connection.added`. */
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id'),
    /** What changed, without message texts or secrets. */
    details: jsonb('details').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('audit_entries_time').on(table.workspaceId, table.createdAt.desc()),
    workspaceWall(),
  ],
);
