import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, PushDelivery, PushReading } from '../contract.ts';
import { type PageContext, pageGraph } from '../meta/facebook-login.ts';
import { isThere } from '../meta/is-there.ts';
import { answerPageCallback } from '../meta/page-context.ts';
import { type PolledList, pollLists, readListsCursor } from '../meta/poll-lists.ts';
import { instantOfText, parseJson } from '../meta/tolerant.ts';
import { FACEBOOK_TYPE, ratingItems } from './raw-nodes.ts';
import { removedNode } from './read-change.ts';
import { conversationItems, itemsOfWebhook, postItems } from './read-raw.ts';
import type { FacebookSettings } from './settings.ts';

export type FacebookContext = PageContext<FacebookSettings>;

const commentFields = 'id,message,from,created_time,permalink_url,parent{id},attachment{type,url}';
const postFields = `id,message,story,from,created_time,permalink_url,place{name,location},comments.order(reverse_chronological).filter(stream).limit(50){${commentFields}}`;

type Node = { readonly created_time?: unknown; readonly updated_time?: unknown };
const timeIn = (name: keyof Node) => (document: unknown) => {
  const value = (document as Node | null)?.[name];
  return typeof value === 'string' ? instantOfText(value) : undefined;
};

/** What a page has: its own posts and those of visitors with their newest comments, posts that name it, recommendations, conversations. */
const listsOf = (context: Readonly<Record<string, string>>): readonly PolledList[] => [
  {
    name: 'conversations',
    call: {
      path: 'me/conversations',
      params: {
        platform: 'messenger',
        fields:
          'id,updated_time,messages.limit(20){id,message,from,to,created_time,attachments{mime_type,image_data,video_data,file_url}}',
        limit: 25,
      },
    },
    timeOf: timeIn('updated_time'),
    itemsOf: (document) => conversationItems(document, context),
  },
  {
    name: 'feed',
    call: { path: 'me/feed', params: { fields: postFields, limit: 25 } },
    // Comments come to old posts too: the newest posts are read each time, and the rest is brought to the door.
    timeOf: timeIn('created_time'),
    itemsOf: (document) => postItems(document, context),
  },
  {
    name: 'tagged',
    call: {
      path: 'me/tagged',
      params: { fields: 'id,message,story,from,created_time,permalink_url,place{name,location}', limit: 25 },
    },
    timeOf: timeIn('created_time'),
    itemsOf: (document) => postItems(document, context, true),
  },
  {
    name: 'ratings',
    call: {
      path: 'me/ratings',
      params: {
        fields: 'created_time,rating,review_text,recommendation_type,reviewer{id,name},open_graph_story{id}',
        limit: 25,
      },
    },
    timeOf: timeIn('created_time'),
    itemsOf: (document) => ratingItems(document, context),
  },
];

export const pollFacebook = async (
  context: FacebookContext,
  cursor: Json,
): Promise<Result<Batch, ChannelProblem>> => {
  const { account } = context;
  if (!account) return err({ kind: 'unauthorised', detail: 'the page is not known yet' });
  const kept = { accountId: account.nativeId };
  const graph = pageGraph(context);
  return pollLists(context, graph, readListsCursor(cursor, account.nativeId), {
    lists: listsOf(kept),
    isThere: (id) => isThere(graph, id),
    removed: (id) => removedNode(id, context.clock.now().toISOString(), kept),
    // Messages are not taken back without a word to the door, and their numbers are long.
    lookedForAs: ({ nativeId }) => (/^\d+(_\d+)?$/.test(nativeId) ? nativeId : undefined),
  });
};

export const takeFacebook = async (
  context: FacebookContext,
  delivery: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  const callback = await answerPageCallback(context, delivery, FACEBOOK_TYPE);
  if (callback) return ok({ items: callback });
  const { account } = context;
  const kept: Readonly<Record<string, string>> = account ? { accountId: account.nativeId } : {};
  const items = itemsOfWebhook(parseJson(new TextDecoder().decode(delivery.rawBody)), kept);
  return ok(items ? { items } : { items: [], refusal: 'not-a-notification' });
};
