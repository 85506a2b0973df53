import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, PushDelivery, PushReading } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { type PageContext, pageGraph } from '../meta/facebook-login.ts';
import { callGraph } from '../meta/graph-call.ts';
import type { GraphFailure } from '../meta/graph-problem.ts';
import { isThere } from '../meta/is-there.ts';
import { answerPageCallback } from '../meta/page-context.ts';
import { type PolledList, pollLists, readListsCursor } from '../meta/poll-lists.ts';
import { instantOfText, parseJson } from '../meta/tolerant.ts';
import { MentionSchema, WebhookSchema } from './documents.ts';
import {
  commentItems,
  conversationItems,
  INSTAGRAM_TYPE,
  itemsOfWebhook,
  mediaItems,
  removedNode,
} from './read-raw.ts';
import type { InstagramSettings } from './settings.ts';

export type InstagramContext = PageContext<InstagramSettings>;
type Context = Readonly<Record<string, string>>;

const commentFields = 'id,text,timestamp,username,from{id,username},parent_id';
const mediaFields = 'id,caption,timestamp,username,permalink,media_type,media_url';

const timeIn = (name: 'timestamp' | 'updated_time') => (document: unknown) => {
  const value = (document as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? instantOfText(value) : undefined;
};

const listsOf = (id: string, context: Context): readonly PolledList[] => [
  {
    name: 'conversations',
    call: {
      path: 'me/conversations',
      params: {
        platform: 'instagram',
        fields:
          'id,updated_time,messages.limit(20){id,message,from,to,created_time,attachments{mime_type,image_data,video_data,file_url}}',
        limit: 25,
      },
    },
    timeOf: timeIn('updated_time'),
    itemsOf: (document) => conversationItems(document, context),
  },
  {
    name: 'media',
    call: {
      path: `${encodeURIComponent(id)}/media`,
      params: {
        fields: `${mediaFields},comments.limit(50){${commentFields},replies.limit(50){${commentFields}}}`,
        limit: 25,
      },
    },
    timeOf: timeIn('timestamp'),
    itemsOf: (document) => mediaItems(document, context),
  },
  {
    name: 'tags',
    call: { path: `${encodeURIComponent(id)}/tags`, params: { fields: mediaFields, limit: 25 } },
    timeOf: timeIn('timestamp'),
    itemsOf: (document) => mediaItems(document, context, true),
  },
];

const keptOf = ({ account }: InstagramContext): Context => ({
  ...(account ? { accountId: account.nativeId } : {}),
  ...(account?.handle ? { username: account.handle.replace(/^@/, '') } : {}),
});

export const pollInstagram = async (
  context: InstagramContext,
  cursor: Json,
): Promise<Result<Batch, ChannelProblem>> => {
  const { account } = context;
  if (!account) return err({ kind: 'unauthorised', detail: 'the account is not known yet' });
  const kept = keptOf(context);
  const graph = pageGraph(context);
  return pollLists(context, graph, readListsCursor(cursor, account.nativeId), {
    lists: listsOf(account.nativeId, kept),
    isThere: (id) => isThere(graph, id),
    removed: (id) => removedNode(id, context.clock.now().toISOString(), kept),
    // What others posted cannot be asked for by its number.
    lookedForAs: ({ nativeId, body }) =>
      /^\d+$/.test(nativeId) && !body.includes('"mentioned":true') ? nativeId : undefined,
  });
};

/** Meta keeps nothing of what it brings: what cannot be read now is tried again with the delivery. */
export const takeInstagram = async (
  context: InstagramContext,
  delivery: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  const callback = await answerPageCallback(context, delivery, INSTAGRAM_TYPE);
  if (callback) return ok({ items: callback });
  const document = parseJson(new TextDecoder().decode(delivery.rawBody));
  const kept = keptOf(context);
  const items = itemsOfWebhook(document, kept);
  if (!items) return ok({ items: [], refusal: 'not-a-notification' });
  const mentions = await readMentions(context, document, kept);
  return mentions.ok ? ok({ items: [...items, ...mentions.value] }) : mentions;
};

const readMentions = async (
  context: InstagramContext,
  document: unknown,
  kept: Context,
): Promise<Result<readonly RawItem[], ChannelProblem>> => {
  const mentions = WebhookSchema.parse(document)
    .entry.flatMap(({ changes }) => changes)
    .flatMap(({ field, value }) => (field === 'mentions' ? (MentionSchema.safeParse(value).data ?? []) : []));
  const items: RawItem[] = [];
  for (const mention of mentions.slice(0, 50)) {
    const read = await readMention(context, mention, kept);
    if (read.ok) items.push(...read.value);
    // Gone meanwhile, or of an account that is private: nothing to wait for.
    else if (read.error.effect !== 'refused') return err(read.error.problem);
  }
  return ok(items);
};

/**
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_comment and .../mentioned_media:
 * the only way to read what somebody else said of us.
 */
const readMention = async (
  context: InstagramContext,
  { media_id, comment_id }: z.infer<typeof MentionSchema>,
  kept: Context,
): Promise<Result<readonly RawItem[], GraphFailure>> => {
  const fields = comment_id
    ? `mentioned_comment.comment_id(${comment_id}){id,text,timestamp,username,media{id,permalink}}`
    : `mentioned_media.media_id(${media_id}){${mediaFields}}`;
  const call = { path: encodeURIComponent(kept.accountId ?? ''), params: { fields } };
  const schema = z.object({
    mentioned_comment: z.unknown().optional(),
    mentioned_media: z.unknown().optional(),
  });
  const answer = await callGraph(pageGraph(context), call, schema);
  if (!answer.ok) return answer;
  const { mentioned_comment, mentioned_media } = answer.value.output;
  if (mentioned_comment) return ok(commentItems(mentioned_comment, undefined, kept, true));
  return ok(mentioned_media ? mediaItems(mentioned_media, kept, true) : []);
};
