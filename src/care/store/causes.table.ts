import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Why complaints come about: a tree that the company grows. */
export const causes = pgTable(
  'causes',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    /** Null at the top. */
    parentId: uuid('parent_id'),
    name: text('name').notNull(),
    /** Beginnings of words that point to it, folded; and aspects of readings. */
    words: text('words').array().notNull(),
    aspects: text('aspects').array().notNull(),
    /** Counts every change: two people at once are both told. */
    version: integer('version').notNull().default(1),
    isRetired: boolean('is_retired').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('causes_parent').on(table.workspaceId, table.parentId),
    workspaceWall(),
  ],
);

/** What changed because of complaints: from what it was to what it is, and whether it helped. */
export const improvements = pgTable(
  'improvements',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    version: integer('version').notNull(),
    causeId: uuid('cause_id').notNull(),
    ownerId: uuid('owner_id'),
    title: text('title').notNull(),
    /** How it was, and how it is. */
    before: text('before').notNull(),
    after: text('after').notNull(),
    /** What the register says of it once it is done; empty when nothing. */
    italian: text('italian').notNull(),
    english: text('english').notNull(),
    state: text('state', { enum: ['planned', 'doing', 'done', 'given-up'] }).notNull(),
    doneAt: instant('done_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('improvements_cause').on(table.workspaceId, table.causeId),
    workspaceWall(),
  ],
);

/** The cases that led to an improvement. */
export const improvementCases = pgTable(
  'improvement_cases',
  {
    workspaceId: workspaceIdColumn(),
    improvementId: uuid('improvement_id').notNull(),
    caseId: uuid('case_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.improvementId, table.caseId] }),
    workspaceWall(),
  ],
);
