import { z } from '@hono/zod-openapi';
import { ReadingQuery } from '../../listening/index.ts';
import { readCursor } from '../model/thread-cursor.ts';
import { ReplyViewSchema, ThreadSummarySchema } from '../model/views.ts';
import { threadViews } from '../store/read-thread-list.ts';

const LONGEST_TEXT = 100_000;

/** Text as the database can keep it: no U+0000, no halves of characters. */
export const storable = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be kept');

export const OptionsSchema = z
  .record(storable(40).min(1), storable(1_000))
  .refine((options) => Object.keys(options).length <= 20, 'too many options');

/** From year 1 to 9999: what every part of the house can write. */
export const MomentSchema = z.iso.datetime().refine((text) => {
  const at = Date.parse(text);
  return at >= Date.parse('0001-01-01T00:00:00Z') && at < Date.UTC(10_000, 0);
}, 'not a moment that can be kept');

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const ThreadParams = WorkspaceParams.extend({ threadId: z.uuid() });
export const NoteParams = WorkspaceParams.extend({ noteId: z.uuid() });
export const ReplyParams = WorkspaceParams.extend({ replyId: z.uuid() });

const flag = z
  .enum(['true', 'false'])
  .optional()
  .transform((value) => value === 'true');

export const ListQuery = z.object({
  view: z.enum(threadViews).default('all'),
  channel: storable(60).optional(),
  team: z.uuid().optional(),
  label: z.uuid().optional(),
  unread: flag,
  ...ReadingQuery,
  aspect: storable(60).optional().openapi({ description: 'What somebody spoke of in it' }),
  q: storable(200).optional(),
  before: z
    .string()
    .max(200)
    .optional()
    .transform((text, context) => {
      const cursor = text === undefined ? undefined : readCursor(text);
      if (cursor === null) context.addIssue({ code: 'custom', message: 'not a place in this list' });
      return cursor ?? undefined;
    })
    .openapi({ type: 'string', description: 'The `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  counts: flag,
});

export const CountsSchema = z
  .object({
    open: z.number().int(),
    unread: z.number().int(),
    waiting: z.number().int(),
    mine: z.number().int(),
    unassigned: z.number().int(),
    called: z.number().int(),
    overdue: z.number().int(),
    theirs: z.number().int(),
    followed: z.number().int(),
    snoozed: z.number().int(),
  })
  .openapi('ThreadCounts', { description: 'Each stops at 1001: more than a thousand' });

export const PageSchema = z
  .object({
    threads: z.array(ThreadSummarySchema),
    next: z.string().nullable(),
    counts: CountsSchema.optional(),
  })
  .openapi('ThreadPage');

export const OrganiseSchema = z.object({
  version: z.number().int().min(1).max(2_147_483_647),
  status: z.enum(['open', 'done']).optional(),
  assigneeId: z.uuid().nullable().optional(),
  teamId: z.uuid().nullable().optional(),
  snoozedUntil: MomentSchema.nullable().optional().openapi({
    description: 'Out of sight until then, or until they write again; null: back at once',
  }),
  labelIds: z.array(z.uuid()).max(50).optional().openapi({ description: 'All that it shall wear' }),
});

export const ReadSchema = z.object({ until: MomentSchema });

export const NoteSchema = z.object({
  body: storable(LONGEST_TEXT).trim().min(1),
  mentions: z
    .array(z.uuid())
    .max(50)
    .default([])
    .openapi({ description: 'Colleagues whom it calls: they are told, and follow the conversation' }),
});

/** Each picture once; no channel takes more. */
export const MediaSchema = z
  .array(z.object({ uploadId: z.uuid(), alt: storable(10_000).default('') }))
  .max(20)
  .refine(
    (media) => new Set(media.map(({ uploadId }) => uploadId)).size === media.length,
    'the same picture twice',
  );

const SuggestionSchema = z.uuid().nullable().default(null).openapi({
  description: 'The draft of a language model that it began with; it is shown with what is sent',
});

export const DraftSchema = z.object({
  body: storable(LONGEST_TEXT),
  options: OptionsSchema.default({}),
  media: MediaSchema.default([]),
  suggestionId: SuggestionSchema,
});

export const ReplyTextSchema = z.object({
  mentionId: z.uuid(),
  body: storable(LONGEST_TEXT),
  options: OptionsSchema.default({}),
  media: MediaSchema.default([]),
});

export const NewReplySchema = ReplyTextSchema.extend({
  id: z.uuid(),
  accepted: z.array(storable(200)).max(200).default([]).openapi({
    description: 'The keys of the warnings that were read and are overridden; recorded',
  }),
  suggestionId: SuggestionSchema,
  seenUntil: MomentSchema.optional().openapi({
    description:
      'When the latest of our own words was said that the writer has seen here: a colleague’s answer after it is told first (409), not doubled',
  }),
});

export const PreviewSchema = z
  .object({
    violations: z.array(
      z.object({
        kind: z.string(),
        path: z.string(),
        length: z.number().optional(),
        max: z.number().optional(),
        unit: z.string().optional(),
        title: z.object({ it: z.string(), en: z.string() }),
      }),
    ),
  })
  .openapi('ReplyPreview');

const CallSchema = z
  .object({
    noteId: z.uuid(),
    threadId: z.uuid(),
    byId: z.uuid(),
    byName: z.string(),
    body: z.string(),
    at: z.iso.datetime(),
    authorName: z.string().nullable(),
  })
  .openapi('NoteCall', { description: 'A note that calls me and that I have not seen' });

export const TodaySchema = z
  .object({
    failed: z.array(ReplyViewSchema.extend({ threadId: z.uuid() })),
    waiting: z.array(ThreadSummarySchema.extend({ why: z.object({ it: z.string(), en: z.string() }) })),
    calls: z.array(CallSchema),
    /** For those who manage channels: permissions that end soon and do not renew by themselves. */
    ending: z.array(
      z.object({
        connectionId: z.uuid(),
        name: z.string(),
        channel: z.string(),
        expiresAt: z.iso.datetime(),
      }),
    ),
    counts: CountsSchema,
    /** Answers that wait for my word, those of them that have waited too long, and own ones that came back. */
    approvals: z.object({ waiting: z.number().int(), late: z.number().int(), returned: z.number().int() }),
    sentYesterday: z.number().int(),
    receivedYesterday: z.number().int(),
  })
  .openapi('Today');

/** A JSON answer of a route. */
export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A JSON body of a request. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** Only what was said: a field that is absent stays absent. */
export const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
  };
