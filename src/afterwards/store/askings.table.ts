import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import { passReasons, questions, readFroms, ways } from '../model/asking.ts';

/** A question about a conversation that ended: proposed, asked or passed over, and what came back. */
export const askings = pgTable(
  'askings',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    threadId: uuid('thread_id').notNull(),
    /** The latest that they had said: what the question answers. One question at most to each. */
    mentionId: uuid('mention_id').notNull(),
    /** Null once the person was forgotten. */
    authorId: uuid('author_id'),
    channel: text('channel').notNull(),
    teamId: uuid('team_id'),
    /** Who spoke with them, and is asked to send it. */
    personId: uuid('person_id'),
    caseId: uuid('case_id'),
    question: text('question', { enum: questions }).notNull(),
    way: text('way', { enum: ways }).notNull(),
    scale: smallint('scale').notNull(),
    language: text('language', { enum: ['it', 'en'] }).notNull(),
    state: text('state', { enum: ['proposed', 'asked', 'dismissed', 'passed-over'] }).notNull(),
    /** By which rule they were not asked. */
    passedFor: text('passed_for', { enum: passReasons }),
    /** When it leaves by itself; null when a person sends it. */
    dueAt: instant('due_at'),
    /** Our answer that carries it. */
    replyId: uuid('reply_id'),
    askedAt: instant('asked_at'),
    /** Until when an answer counts and can be changed. */
    expiresAt: instant('expires_at'),
    answeredAt: instant('answered_at'),
    answeredBy: text('answered_by', { enum: ways }),
    /** 1 to `scale`; null when they answered in words alone that could not be read. */
    score: smallint('score'),
    readFrom: text('read_from', { enum: readFroms }),
    /** Their answer, where it came as a message: its words are the mention's. */
    answerMentionId: uuid('answer_mention_id'),
    /** What they wrote on the page; null when nothing, or once forgotten. */
    words: text('words'),
    /** How often the answer on the page was given or changed. */
    changes: integer('changes').notNull().default(0),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('askings_mention').on(table.workspaceId, table.mentionId),
    index('askings_thread').on(table.workspaceId, table.threadId, table.createdAt),
    index('askings_proposed').on(table.workspaceId, table.createdAt).where(sql`state = 'proposed'`),
    index('askings_asked').on(table.workspaceId, table.askedAt).where(sql`state = 'asked'`),
    index('askings_author').on(table.workspaceId, table.authorId, table.askedAt),
    index('askings_answer')
      .on(table.workspaceId, table.answerMentionId)
      .where(sql`answer_mention_id is not null`),
    index('askings_passed').on(table.workspaceId, table.createdAt).where(sql`state = 'passed-over'`),
    workspaceWall(),
  ],
);
