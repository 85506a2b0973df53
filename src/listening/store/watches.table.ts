import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import { watchSubjects } from '../model/watch-subject.ts';

/** What a company listens for, and why it may. */
export const watches = pgTable(
  'watches',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    /** In the query language (model/query), as typed. */
    query: text('query').notNull().default(''),
    /** Whom or what it is about, as the person who made it answered. */
    about: text('about', { enum: watchSubjects }).notNull().default('company'),
    /** Why their interest in peace does not outweigh ours in listening; empty for watches older than the question. */
    balancing: text('balancing').notNull().default(''),
    /** When the reasons were last written. */
    basisAt: instant('basis_at').notNull().defaultNow(),
    /** Why we listen (GDPR art. 6(1)(f)): the person's own sentence, dated by basisAt. */
    purpose: text('purpose').notNull(),
    state: text('state', { enum: ['active', 'paused'] })
      .notNull()
      .default('active'),
    createdBy: uuid('created_by'),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    removedAt: instant('removed_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);
