import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, PushDelivery, PushReading, ReceiveTargets } from '../contract.ts';
import { answerCallback } from '../meta/answer-callback.ts';
import type { Graph } from '../meta/graph-call.ts';
import { isThere } from '../meta/is-there.ts';
import { readPage } from '../meta/paging.ts';
import { type PolledList, pollLists, readListsCursor } from '../meta/poll-lists.ts';
import { instantOfText, parseJson } from '../meta/tolerant.ts';
import { openThreads, type ThreadsContext } from './client.ts';
import { PostSchema } from './documents.ts';
import { itemsOfWebhook, postItems, removedNode, THREADS_TYPE } from './read-raw.ts';

type Context = Readonly<Record<string, string>>;

const fields =
  'id,text,username,owner,timestamp,permalink,media_type,media_url,alt_text,link_attachment_url,is_reply,root_post,replied_to,has_replies';
const replyFields = `${fields},is_reply_owned_by_me`;

/** Own posts whose conversations are read each time; beneath older ones only the door tells. */
const CONVERSATIONS = 10;
/** Words asked for in one poll; more of them take turns. Threads allows 2,200 searches a day. */
const TERMS_AT_ONCE = 4;

const timeOf = (document: unknown) => instantOfText(PostSchema.safeParse(document).data?.timestamp);

const list = (
  name: string,
  path: string,
  given: {
    readonly fields: string;
    readonly toUs?: boolean;
    readonly params?: Readonly<Record<string, string>>;
  },
  context: Context,
): PolledList => ({
  name,
  call: { path, params: { fields: given.fields, limit: 50, ...given.params } },
  timeOf,
  itemsOf: (document) => postItems(document, context, given.toUs === true),
});

/** Our posts and replies, what names us, what is beneath our newest posts, and what the watches look for. */
export const pollThreads = async (
  context: ThreadsContext,
  cursor: Json,
  targets: ReceiveTargets,
): Promise<Result<Batch, ChannelProblem>> => {
  const { account, settings } = context;
  if (!account) return err({ kind: 'unauthorised', detail: 'the account is not known yet' });
  const opened = await openThreads(context);
  if (!opened.ok) return opened;
  const graph = opened.value;
  const kept = keptOf(context);
  const begun = readListsCursor(cursor, account.nativeId);
  const talked = await talkedAbout(graph);
  if (!talked.ok) return talked;
  const lists = [
    list('mentions', 'me/mentions', { fields, toUs: true }, kept),
    ...talked.value.map((id) =>
      list(
        'conversation',
        `${id}/conversation`,
        { fields: replyFields, toUs: true, params: { reverse: 'true' } },
        kept,
      ),
    ),
    list('posts', 'me/threads', { fields }, kept),
    list('replies', 'me/replies', { fields: replyFields }, kept),
    ...(settings.publicSearch ? searches(targets, begun.turn, kept) : []),
  ];
  return pollLists(context, graph, begun, {
    lists,
    isThere: (id) => isThere(graph, id),
    removed: (id) => removedNode(id, context.clock.now().toISOString(), kept),
    lookedForAs: ({ nativeId }) => (/^\d+$/.test(nativeId) ? nativeId : undefined),
  });
};

/** The newest of our posts that have been answered. */
const talkedAbout = async (graph: Graph): Promise<Result<readonly string[], ChannelProblem>> => {
  const page = await readPage(graph, {
    path: 'me/threads',
    params: { fields: 'id,media_type,has_replies', limit: 25 },
  });
  if (!page.ok) return err(page.error.problem);
  const posts = page.value.data.flatMap((one) => PostSchema.safeParse(one).data ?? []);
  return ok(
    posts
      .filter(({ has_replies }) => has_replies)
      .slice(0, CONVERSATIONS)
      .map(({ id }) => id),
  );
};

/** https://developers.facebook.com/docs/threads/keyword-search : of what it brings only what a watch wants is handed over. */
const searches = (targets: ReceiveTargets, turn: number, context: Context): readonly PolledList[] => {
  const terms = [...new Set(targets.searches.map((term) => term.trim()).filter(Boolean))];
  const from = terms.length > TERMS_AT_ONCE ? (turn * TERMS_AT_ONCE) % terms.length : 0;
  return [...terms, ...terms].slice(from, from + Math.min(terms.length, TERMS_AT_ONCE)).map((term) => ({
    ...list(
      `search ${term}`,
      'keyword_search',
      { fields, params: { q: term, search_type: 'RECENT' } },
      context,
    ),
    itemsOf: (document) =>
      targets.wants(PostSchema.safeParse(document).data?.text ?? '') ? postItems(document, context) : [],
  }));
};

const keptOf = ({ account }: ThreadsContext): Context => ({
  ...(account ? { accountId: account.nativeId } : {}),
  ...(account?.handle ? { username: account.handle.replace(/^@/, '') } : {}),
});

export const takeThreads = async (
  context: ThreadsContext,
  delivery: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  const callback = await answerCallback(
    {
      clock: context.clock,
      ...(context.keepPushState ? { keepPushState: context.keepPushState } : {}),
      contentType: THREADS_TYPE,
      // The one who gives permission is the account itself.
      grantedBy: context.account?.nativeId,
      forgetGrant: () => context.keepSecrets({ accessToken: undefined }),
    },
    delivery,
  );
  if (callback) return ok({ items: callback });
  const items = itemsOfWebhook(parseJson(new TextDecoder().decode(delivery.rawBody)), keptOf(context));
  return ok(items ? { items } : { items: [], refusal: 'not-a-notification' });
};
