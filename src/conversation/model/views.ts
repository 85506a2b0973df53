import { z } from '@hono/zod-openapi';
import { ReadingSchema } from '../../language/index.ts';
import { type MentionView, MentionViewSchema } from '../../listening/index.ts';
import { ReplyMediaSchema } from './reply-media.ts';
import { replyStates } from './reply-state.ts';

export { type MentionView, MentionViewSchema };

/** What the inbox shows of a thread. */
export const ThreadSummarySchema = z
  .object({
    id: z.uuid(),
    channel: z.string(),
    connectionId: z.uuid(),
    subject: z.string().nullable(),
    author: z.object({
      id: z.uuid().nullable(),
      name: z.string().nullable(),
      handle: z.string().nullable(),
      avatarUrl: z.string().nullable(),
    }),
    preview: z.string(),
    mentionCount: z.number().int(),
    addressed: z.boolean(),
    status: z.enum(['open', 'snoozed', 'done']),
    waitingFor: z.enum(['us', 'them', 'nobody']),
    assigneeId: z.uuid().nullable(),
    teamId: z.uuid().nullable(),
    /** When it comes back into sight by itself; null unless the status is `snoozed`. */
    snoozedUntil: z.iso.datetime().nullable(),
    labelIds: z.array(z.uuid()),
    /** By when they shall hear from us; null when nobody waits or no time was promised. */
    deadline: z
      .object({
        kind: z.enum(['first', 'next']),
        startedAt: z.iso.datetime(),
        dueAt: z.iso.datetime(),
      })
      .nullable(),
    unread: z.boolean(),
    lastActivityAt: z.iso.datetime(),
    lastTheirsAt: z.iso.datetime().nullable(),
    version: z.number().int(),
    /** What the latest turn of theirs that could be read says. */
    reading: ReadingSchema.pick({
      polarity: true,
      intents: true,
      urgency: true,
      needsReply: true,
      toxic: true,
      unsure: true,
    }).nullable(),
  })
  .openapi('ThreadSummary');
export type ThreadSummary = z.infer<typeof ThreadSummarySchema>;

export const ReplyStateSchema = z.enum(replyStates);

/** An answer of ours that is on its way, or did not get there. Once it comes back as our own mention it is shown as that. */
export const ReplyViewSchema = z
  .object({
    id: z.uuid(),
    mentionId: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    body: z.string(),
    options: z.record(z.string(), z.string()),
    media: z.array(ReplyMediaSchema),
    /** The draft of a language model that it began with; null when a person wrote it all. */
    suggestionId: z.uuid().nullable(),
    state: ReplyStateSchema,
    sendAfter: z.iso.datetime(),
    attempts: z.number().int(),
    problem: z
      .object({ kind: z.string(), detail: z.string(), title: z.object({ it: z.string(), en: z.string() }) })
      .nullable(),
    nextAttemptAt: z.iso.datetime().nullable(),
    url: z.string().nullable(),
    sentAt: z.iso.datetime().nullable(),
    /** When it reached the person and when they opened it, where the channel tells. */
    deliveredAt: z.iso.datetime().nullable(),
    readAt: z.iso.datetime().nullable(),
    /** The mention that our answer came back as; null until it has. */
    sentMentionId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Reply');
export type ReplyView = z.infer<typeof ReplyViewSchema>;

export const NoteViewSchema = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    body: z.string(),
    /** Colleagues whom it calls. */
    mentions: z.array(z.uuid()),
    createdAt: z.iso.datetime(),
  })
  .openapi('Note');
export type NoteView = z.infer<typeof NoteViewSchema>;

/** What the composer must respect here; null when this channel cannot be answered from here, with the reason. */
export const ComposerViewSchema = z
  .object({
    text: z.object({
      max: z.number(),
      unit: z.enum(['grapheme', 'utf16', 'byte']),
      maxBytes: z.number().optional(),
    }),
    /** No `mimeTypes` means that any will do. */
    media: z.object({
      max: z.number().int(),
      maxBytes: z.number(),
      mimeTypes: z.array(z.string()),
      altRequired: z.boolean(),
      altMax: z.number().int(),
    }),
    visibilities: z.array(z.string()),
    contentWarning: z.boolean(),
    subject: z.boolean(),
    account: z.object({ name: z.string().nullable(), handle: z.string().nullable() }),
    /** On channels that take money: what an answer costs, and what is left to spend. */
    price: z.object({ it: z.string(), en: z.string() }).nullable(),
    /** Texts approved over there; once `afterHours` have passed since somebody wrote, nothing else is taken. Null where there are none. */
    templates: z
      .object({
        afterHours: z.number(),
        choices: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            language: z.string(),
            header: z.string().optional(),
            body: z.string(),
            footer: z.string().optional(),
            places: z.array(z.string()),
          }),
        ),
      })
      .nullable(),
  })
  .openapi('Composer');

export const PresenceSchema = z
  .object({ personId: z.uuid(), doing: z.enum(['reading', 'writing']), until: z.iso.datetime() })
  .openapi('Presence');

export const ThreadDetailSchema = z
  .object({
    thread: ThreadSummarySchema,
    mentions: z.array(MentionViewSchema),
    /** True when earlier mentions exist beyond those given (200 at most). */
    hasEarlier: z.boolean(),
    replies: z.array(ReplyViewSchema),
    notes: z.array(NoteViewSchema),
    /** Who follows it without having it in hand. */
    followerIds: z.array(z.uuid()),
    /** Which colleagues have it open at this moment. */
    present: z.array(PresenceSchema),
    draft: z
      .object({
        body: z.string(),
        options: z.record(z.string(), z.string()),
        media: z.array(ReplyMediaSchema),
        suggestionId: z.uuid().nullable(),
        updatedAt: z.iso.datetime(),
      })
      .nullable(),
    composer: ComposerViewSchema.nullable(),
    composerReason: z.object({ it: z.string(), en: z.string() }).nullable(),
    connection: z.object({ id: z.uuid(), name: z.string(), channel: z.string(), state: z.string() }),
  })
  .openapi('ThreadDetail');
export type ThreadDetail = z.infer<typeof ThreadDetailSchema>;
