import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { ApprovalReason } from '../model/approval-rules.ts';
import type { ReplyMedia } from '../model/reply-media.ts';

/** That an answer needs, or needed, the word of an approver. Where it stands is the reply's own state. */
export const replyApprovals = pgTable(
  'reply_approvals',
  {
    workspaceId: workspaceIdColumn(),
    replyId: uuid('reply_id').notNull(),
    /** Counts every proposal and every decision: of two who decide at once, the second is told. */
    version: integer('version').notNull().default(1),
    reasons: jsonb('reasons').$type<readonly ApprovalReason[]>().notNull(),
    askedAt: instant('asked_at').notNull(),
    /** By when somebody shall have decided. */
    dueAt: instant('due_at').notNull(),
    /** When it was said that nobody had; null until then. */
    lateToldAt: instant('late_told_at'),
    /** Null while it waits. */
    decision: text('decision', { enum: ['approved', 'returned', 'withdrawn'] }),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.replyId] }),
    index('reply_approvals_due').on(table.dueAt),
    workspaceWall(),
  ],
);

/** Every wording of an answer that waited: what was proposed, what was said of it, what left. */
export const replyVersions = pgTable(
  'reply_versions',
  {
    workspaceId: workspaceIdColumn(),
    replyId: uuid('reply_id').notNull(),
    /** Counts from 1. */
    number: integer('number').notNull(),
    kind: text('kind', { enum: ['proposed', 'returned', 'approved', 'reconsidered'] }).notNull(),
    personId: uuid('person_id').notNull(),
    body: text('body').notNull(),
    options: jsonb('options').$type<Readonly<Record<string, string>>>().notNull(),
    media: jsonb('media').$type<readonly ReplyMedia[]>().notNull(),
    comment: text('comment').notNull().default(''),
    /** Which warnings were read and overridden. */
    accepted: jsonb('accepted').$type<readonly string[]>().notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.replyId, table.number] }), workspaceWall()],
);
