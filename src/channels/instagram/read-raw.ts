import type { RawItem } from '../events.ts';
import { MessagingSchema, messagesOfConversation, partsOfMessaging } from '../meta/messaging.ts';
import { rawMessage, rawPart } from '../meta/messaging-raw.ts';
import { distinct, documentsIn, rawDocument } from '../meta/raw-document.ts';
import { type Comment, CommentSchema, MediaSchema, WebhookSchema } from './documents.ts';

export const INSTAGRAM_TYPE = 'application/vnd.passaparola.instagram+json';

type Context = Readonly<Record<string, string>>;

/**
 * Notifications of the webhook and answers of the Graph API (media with their comments, comments, conversations), one or one a line.
 * `context`: `accountId`, our professional account, and `username`. Total.
 */
export const readRawInstagram = (bytes: Uint8Array, context: Context): readonly RawItem[] =>
  distinct(documentsIn(bytes).flatMap((document) => itemsOfDocument(document, context)));

const itemsOfDocument = (document: unknown, context: Context): readonly RawItem[] => {
  const webhook = itemsOfWebhook(document, context);
  if (webhook) return webhook;
  const data = (document as { data?: unknown } | null)?.data;
  const members = Array.isArray(data) ? data.slice(0, 1_000) : [document];
  return members.flatMap((member) => itemsOfNode(member, context));
};

const itemsOfNode = (node: unknown, context: Context): readonly RawItem[] => {
  const shape = (typeof node === 'object' && node !== null ? node : {}) as Record<string, unknown>;
  if ('messages' in shape) return conversationItems(node, context);
  if ('text' in shape && 'id' in shape) return commentItems(node, undefined, context);
  if ('timestamp' in shape && 'id' in shape) return mediaItems(node, context);
  return [other(node, context)];
};

const other = (document: unknown, context: Context): RawItem =>
  rawDocument({ contentType: INSTAGRAM_TYPE, nativeId: undefined, document, context });

/** Undefined for what is no notification. Mentions are not among these: what they say has to be fetched. */
export const itemsOfWebhook = (document: unknown, context: Context): readonly RawItem[] | undefined => {
  const webhook = WebhookSchema.safeParse(document).data;
  if (!webhook) return undefined;
  const given = { contentType: INSTAGRAM_TYPE, context };
  return webhook.entry
    .filter(({ id }) => !context.accountId || id === undefined || id === '0' || id === context.accountId)
    .flatMap(({ changes, messaging, standby, time }) => [
      ...changes.flatMap(({ field, value }): readonly RawItem[] => {
        if (field === 'comments' || field === 'live_comments')
          return commentItems(dated(value, time), undefined, context);
        return field === 'mentions' ? [] : [other({ field, value }, context)];
      }),
      ...[...messaging, ...standby]
        .flatMap((one) => MessagingSchema.safeParse(one).data ?? [])
        .flatMap(partsOfMessaging)
        .map((part) => rawPart(given, part)),
    ]);
};

/** A notification tells the time once, in seconds, for all that it brings. */
const dated = (value: unknown, time: number | undefined): unknown =>
  typeof value === 'object' && value !== null && time !== undefined && !('timestamp' in value)
    ? { ...value, timestamp: new Date(Math.min(time > 1e11 ? time : time * 1_000, 8e15)).toISOString() }
    : value;

/** A medium with the comments that came with it, and their replies. `mentioned`: another's, that names us. */
export const mediaItems = (node: unknown, context: Context, mentioned = false): readonly RawItem[] => {
  const media = MediaSchema.safeParse(node).data;
  if (!media) return [other(node, context)];
  const { comments, ...own } = media;
  const beneath = { id: media.id, ...(media.permalink ? { permalink: media.permalink } : {}) };
  return [
    rawDocument({
      contentType: INSTAGRAM_TYPE,
      nativeId: media.id,
      revision: [media.caption],
      document: { media: own, ...(mentioned ? { mentioned } : {}) },
      context,
    }),
    ...(comments?.data ?? []).flatMap((one) => commentItems(one, beneath, context)),
  ];
};

export const commentItems = (
  node: unknown,
  beneath: NonNullable<Comment['media']> | undefined,
  context: Context,
  mentioned = false,
): readonly RawItem[] => {
  const comment = CommentSchema.safeParse(node).data;
  if (!comment) return [other(node, context)];
  const { replies, ...own } = comment;
  const media = beneath ?? comment.media;
  return [
    rawDocument({
      contentType: INSTAGRAM_TYPE,
      nativeId: comment.id,
      revision: [comment.text],
      document: { comment: { ...own, ...(media ? { media } : {}) }, ...(mentioned ? { mentioned } : {}) },
      context,
    }),
    ...(replies?.data ?? []).flatMap((one) => {
      const reply = CommentSchema.safeParse(one).data;
      return reply
        ? commentItems({ ...reply, parent_id: reply.parent_id ?? comment.id }, media, context)
        : [];
    }),
  ];
};

export const conversationItems = (node: unknown, context: Context): readonly RawItem[] =>
  messagesOfConversation(node, new Set([context.accountId ?? ''])).map((message) =>
    rawMessage({ contentType: INSTAGRAM_TYPE, context }, message),
  );

export const removedNode = (id: string, at: string, context: Context): RawItem =>
  rawDocument({
    contentType: INSTAGRAM_TYPE,
    nativeId: id,
    revision: ['removed'],
    document: { removedNode: id, removedAt: at },
    context,
  });
