import { boolean, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** What we wrote about a case. Apart from its events, so that it goes with the person whom it may name. */
export const caseTexts = pgTable(
  'case_texts',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    caseId: uuid('case_id').notNull(),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('case_texts_case').on(table.workspaceId, table.caseId),
    workspaceWall(),
  ],
);

/** Which mentions a case is about. A mention belongs to one case. */
export const caseMentions = pgTable(
  'case_mentions',
  {
    workspaceId: workspaceIdColumn(),
    mentionId: uuid('mention_id').notNull(),
    caseId: uuid('case_id').notNull(),
    authorId: uuid('author_id').notNull(),
    channel: text('channel').notNull(),
    saidAt: instant('said_at').notNull(),
    isPublic: boolean('is_public').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.mentionId] }),
    index('case_mentions_case').on(table.workspaceId, table.caseId, table.saidAt, table.mentionId),
    index('case_mentions_author').on(table.workspaceId, table.authorId, table.saidAt),
    workspaceWall(),
  ],
);

/** The story of a case as the public register tells it: with the person's consent, or without anything that could tell who it was. */
export const caseStories = pgTable(
  'case_stories',
  {
    workspaceId: workspaceIdColumn(),
    caseId: uuid('case_id').notNull(),
    basis: text('basis', { enum: ['consent', 'nobody-named'] }).notNull(),
    state: text('state', { enum: ['draft', 'published', 'withdrawn'] }).notNull(),
    italian: text('italian').notNull(),
    /** Empty when it is told in Italian alone. */
    english: text('english').notNull(),
    writtenBy: uuid('written_by').notNull(),
    /** Whoever looked at it last before it was public; null until then. */
    lookedBy: uuid('looked_by'),
    publishedAt: instant('published_at'),
    /** Null unless it was taken back: by us, or because the person was erased. */
    withdrawnFor: text('withdrawn_for', { enum: ['consent-withdrawn', 'person-erased', 'mistake'] }),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.caseId] }), workspaceWall()],
);
