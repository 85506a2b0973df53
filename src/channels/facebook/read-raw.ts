import type { RawItem } from '../events.ts';
import { MessagingSchema, messagesOfConversation, partsOfMessaging } from '../meta/messaging.ts';
import { rawMessage, rawPart } from '../meta/messaging-raw.ts';
import { distinct, documentsIn, rawDocument } from '../meta/raw-document.ts';
import { CommentSchema, PostSchema, WebhookSchema } from './documents.ts';
import { FACEBOOK_TYPE, ratingItems, rawComment, rawPost } from './raw-nodes.ts';
import { itemsOfChange } from './read-change.ts';

type Context = Readonly<Record<string, string>>;

/**
 * Notifications of a page's webhook and answers of the Graph API (a list of posts, comments, ratings or conversations), one or one a
 * line. `context.accountId`: our page. Total.
 */
export const readRawFacebook = (bytes: Uint8Array, context: Context): readonly RawItem[] =>
  distinct(documentsIn(bytes).flatMap((document) => itemsOfDocument(document, context)));

const itemsOfDocument = (document: unknown, context: Context): readonly RawItem[] => {
  const webhook = itemsOfWebhook(document, context);
  if (webhook) return webhook;
  const data = (document as { data?: unknown } | null)?.data;
  const members = Array.isArray(data) ? data.slice(0, 1_000) : [document];
  return members.flatMap((member) => itemsOfNode(member, context));
};

/** A node by its shape; what has none that we know stays unrecognised. */
const itemsOfNode = (node: unknown, context: Context): readonly RawItem[] => {
  const shape = (typeof node === 'object' && node !== null ? node : {}) as Record<string, unknown>;
  if ('messages' in shape) return conversationItems(node, context);
  if ('review_text' in shape || 'recommendation_type' in shape) return ratingItems(node, context);
  if ('parent' in shape || 'post_id' in shape) return commentItems(node, undefined, context);
  if ('created_time' in shape && 'id' in shape) return postItems(node, context);
  return [rawDocument({ contentType: FACEBOOK_TYPE, nativeId: undefined, document: node, context })];
};

/** Undefined for what is no notification. */
export const itemsOfWebhook = (document: unknown, context: Context): readonly RawItem[] | undefined => {
  const webhook = WebhookSchema.safeParse(document).data;
  if (!webhook) return undefined;
  const given = { contentType: FACEBOOK_TYPE, context };
  return webhook.entry
    .filter(({ id }) => !context.accountId || id === undefined || id === context.accountId)
    .flatMap(({ changes, messaging, standby }) => [
      ...changes.flatMap((change) => itemsOfChange(change, context)),
      ...[...messaging, ...standby]
        .flatMap((one) => MessagingSchema.safeParse(one).data ?? [])
        .flatMap(partsOfMessaging)
        .map((part) => rawPart(given, part)),
    ]);
};

export const postItems = (node: unknown, context: Context, tagged = false): readonly RawItem[] => {
  const post = PostSchema.safeParse(node).data;
  if (!post) return [];
  const comments = post.comments?.data ?? [];
  const { comments: _, ...own } = post;
  const ours = rawPost(own, tagged, context);
  return [ours, ...comments.flatMap((one) => commentItems(one, post.id, context))];
};

const commentItems = (node: unknown, postId: string | undefined, context: Context): readonly RawItem[] => {
  const comment = CommentSchema.safeParse(node).data;
  if (!comment) return [];
  return [rawComment(postId ? { ...comment, post_id: postId } : comment, context)];
};

export const conversationItems = (node: unknown, context: Context): readonly RawItem[] =>
  messagesOfConversation(node, new Set([context.accountId ?? ''])).map((message) =>
    rawMessage({ contentType: FACEBOOK_TYPE, context }, message),
  );
