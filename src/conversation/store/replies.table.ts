import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Draft } from '../../channels/contract.ts';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { ReplyMedia } from '../model/reply-media.ts';
import { type ReplyProblem, replyStates } from '../model/reply-state.ts';

/** An answer of ours on its way: written by a person, held for the time of an undo, sent once. */
export const replies = pgTable(
  'replies',
  {
    workspaceId: workspaceIdColumn(),
    /** Chosen by the composer, so that pressing twice makes one answer. */
    id: idColumn(),
    threadId: uuid('thread_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    /** The mention that it answers. */
    mentionId: uuid('mention_id').notNull(),
    personId: uuid('person_id').notNull(),
    body: text('body').notNull(),
    /** What else the channel's composer asked for: visibility, content warning, language. */
    options: jsonb('options').$type<Readonly<Record<string, string>>>().notNull(),
    /** The pictures that it carries, as they were when it was written. */
    media: jsonb('media').$type<readonly ReplyMedia[]>().notNull().default([]),
    /** The draft of a language model that it began with (Regulation (EU) 2024/1689, article 50); null when a person wrote it all. */
    suggestionId: uuid('suggestion_id'),
    state: text('state', {
      enum: replyStates,
    }).notNull(),
    /** Leaves not before this instant: until then it can be undone. */
    sendAfter: instant('send_after').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** When the attempt under way began: written before the call, so that a crash leaves a trace. */
    attemptStartedAt: instant('attempt_started_at'),
    /** What the channel's `compose` is given, kept from the writing to the sending so that every attempt says the same; null once sent. */
    draft: jsonb('draft').$type<Draft>(),
    /** Since when we have not known whether it left; null when we know. */
    unknownSince: instant('unknown_since'),
    /** When a worker must look at it next: to send, to settle, or because the attempt under way has lost its worker. Null when nothing is left to do. */
    dueAt: instant('due_at'),
    /** Why it failed or what we do not know; null otherwise. */
    problem: jsonb('problem').$type<ReplyProblem>(),
    /** When it is tried again by itself, for the screen; null when it is not. */
    nextAttemptAt: instant('next_attempt_at'),
    nativeId: text('native_id'),
    url: text('url'),
    sentAt: instant('sent_at'),
    /** When it reached the person and when they opened it, where the channel tells; null otherwise. */
    deliveredAt: instant('delivered_at'),
    readAt: instant('read_at'),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('replies_thread').on(table.workspaceId, table.threadId, table.createdAt),
    index('replies_due').on(table.dueAt).where(sql`due_at is not null`),
    index('replies_failed').on(table.workspaceId, table.createdAt).where(sql`state = 'failed'`),
    index('replies_waiting')
      .on(table.workspaceId, table.createdAt)
      .where(sql`state in ('waiting', 'returned')`),
    index('replies_mention').on(table.workspaceId, table.mentionId),
    index('replies_sent').on(table.workspaceId, table.sentAt).where(sql`sent_at is not null`),
    uniqueIndex('replies_native').on(table.workspaceId, table.connectionId, table.nativeId),
    workspaceWall(),
  ],
);
