import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Intent } from '../../language/index.ts';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import { threadIntents } from './thread-intents.ts';

/** A conversation: mentions that answer one another on one connection, with what the list shows of it. */
export const threads = pgTable(
  'threads',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    connectionId: uuid('connection_id').notNull(),
    channel: text('channel').notNull(),
    /** The native id that the conversation hangs from: the root where the channel tells it. */
    rootNativeId: text('root_native_id').notNull(),
    subject: text('subject'),
    /** Who the others are, as shown in the list: the latest other author. */
    authorId: uuid('author_id'),
    authorName: text('author_name'),
    authorHandle: text('author_handle'),
    authorAvatarUrl: text('author_avatar_url'),
    /** First words of the latest mention, at most 200 graphemes. */
    preview: text('preview').notNull(),
    mentionCount: integer('mention_count').notNull().default(0),
    /** True when somebody speaks to us here; false when they only speak about us. */
    addressed: boolean('addressed').notNull(),
    /** True when a watch of ours answered to one of its mentions. */
    matched: boolean('matched').notNull(),
    status: text('status', { enum: ['open', 'snoozed', 'done'] })
      .notNull()
      .default('open'),
    /** Who has the next word: us, them, or nobody (automatic messages, our own posts). */
    waitingFor: text('waiting_for', { enum: ['us', 'them', 'nobody'] }).notNull(),
    assigneeId: uuid('assignee_id'),
    /** The team that shall look after it; null when none was named. */
    teamId: uuid('team_id'),
    /** When it comes back into sight by itself; says something only while the status is `snoozed`. */
    snoozedUntil: instant('snoozed_until'),
    /** Who put it out of sight: for them it comes back unread. */
    snoozedBy: uuid('snoozed_by'),
    /** What the latest turn of theirs that could be read says (here and below); null when none could. */
    polarity: text('polarity', { enum: ['pos', 'neg', 'neu', 'mixed'] }),
    intents: text('intents').array().$type<readonly Intent[]>(),
    /** 0 to 1. */
    urgency: real('urgency'),
    needsReply: boolean('needs_reply'),
    /** How grave the complaint is that is told here, 1 to 4, as the room of care says; null when there is none. */
    gravity: integer('gravity').$type<1 | 2 | 3 | 4>(),
    toxic: boolean('toxic'),
    unsure: boolean('unsure'),
    /** Within how many working minutes they shall hear from us at most, where a rule of the company said so; null: as usual. */
    answerWithin: integer('answer_within'),
    /** Counts every change that a person makes here: two people acting at once are both told. */
    version: integer('version').notNull().default(1),
    /** Who made the latest of those changes; null when the product itself did (they wrote again, two became one). */
    changedBy: uuid('changed_by'),
    /** When they last wrote; null when only we did. */
    lastTheirsAt: instant('last_theirs_at'),
    lastOursAt: instant('last_ours_at'),
    lastActivityAt: instant('last_activity_at').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('threads_root').on(table.workspaceId, table.connectionId, table.rootNativeId),
    index('threads_list').on(
      table.workspaceId,
      table.addressed,
      table.status,
      table.lastActivityAt.desc(),
      table.id.desc(),
    ),
    index('threads_channel').on(
      table.workspaceId,
      table.channel,
      table.addressed,
      table.status,
      table.lastActivityAt.desc(),
      table.id.desc(),
    ),
    index('threads_about')
      .on(table.workspaceId, table.lastActivityAt.desc(), table.id.desc())
      .where(sql`status = 'open' and matched and not addressed`),
    index('threads_done')
      .on(table.workspaceId, table.lastActivityAt.desc(), table.id.desc())
      .where(sql`status = 'done'`),
    index('threads_assignee')
      .on(table.workspaceId, table.assigneeId, table.lastActivityAt.desc(), table.id.desc())
      .where(sql`status = 'open' and assignee_id is not null`),
    index('threads_team')
      .on(table.workspaceId, table.teamId, table.lastActivityAt.desc(), table.id.desc())
      .where(sql`status = 'open' and team_id is not null`),
    index('threads_snoozed')
      .on(table.workspaceId, table.snoozedUntil, table.id)
      .where(sql`status = 'snoozed'`),
    index('threads_theirs')
      .on(table.workspaceId, table.lastActivityAt.desc(), table.id.desc())
      .where(sql`status = 'open' and waiting_for = 'them' and addressed`),
    index('threads_waiting')
      .on(table.workspaceId, table.lastTheirsAt, table.id)
      .where(sql`status = 'open' and waiting_for = 'us' and addressed`),
    index('threads_polarity')
      .on(table.workspaceId, table.polarity, table.lastActivityAt.desc(), table.id.desc())
      .where(sql`polarity is not null`),
    index('threads_needs_reply')
      .on(table.workspaceId, table.lastActivityAt.desc(), table.id.desc())
      .where(sql`needs_reply`),
    /** One each: a thread stands in those of what it says, and costs the others nothing. */
    ...threadIntents.map((intent) =>
      index(`threads_intent_${intent}`)
        .on(table.workspaceId, table.lastActivityAt.desc(), table.id.desc())
        .where(sql.raw(`'${intent}' = any(intents)`)),
    ),
    workspaceWall(),
  ],
);
