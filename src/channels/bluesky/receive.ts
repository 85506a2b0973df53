import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { type BlueskyClient, openClient } from './client.ts';
import { type Known, type PollCursor, readPollCursor, writePollCursor } from './cursor.ts';
import { pollNotifications } from './poll-notifications.ts';
import { pollOwnPosts } from './poll-own.ts';
import { pollSearch } from './poll-search.ts';
import { rawItemOf } from './read-raw.ts';
import { findRemoved } from './recheck.ts';
import type { BlueskyContext } from './session.ts';
import type { XrpcFailure } from './xrpc.ts';

/** Every tenth poll looks whether what we hold is still there. */
const RECHECK_EVERY = 10;
const RECHECK_AT_ONCE = 100;

/**
 * Notifications, our own posts, the searches of the watches, and now and then deletions. What was found before
 * something failed is handed over; the failed part stays where it was for the next time.
 */
export const pollBluesky = async (
  context: BlueskyContext,
  cursor: Json,
  targets: ReceiveTargets,
): Promise<Result<Batch, ChannelProblem>> => {
  const client = await openClient(context);
  if (!client.ok) return err(client.error.problem);
  const found = startFinding(context, client.value, readPollCursor(cursor));
  const problem =
    (await found.notifications()) ??
    (await found.own()) ??
    (context.settings.publicSearch ? await found.searches(targets) : undefined) ??
    (await found.removals());
  if (problem && found.items.length === 0) return err(problem.problem);
  if (problem) context.log.warn({ problem: problem.problem.kind }, 'part of a poll failed');
  const more = problem === undefined && found.more();
  return ok({ items: found.items, cursor: writePollCursor(found.cursor()), ...(more ? { more } : {}) });
};

/** Gathers items and moves the cursor step by step; each step answers with what went wrong. */
const startFinding = (context: BlueskyContext, client: BlueskyClient, begun: PollCursor) => {
  const items: RawItem[] = [];
  const known = new Map<string, string>(begun.known);
  const reactions = new Set(begun.reactions);
  let place: PollCursor = { ...begun, turn: begun.turn + 1 };
  let more = false;

  const take = (documents: readonly object[]): void => {
    for (const document of documents) {
      const item = rawItemOf(document, { accountId: client.did });
      if (known.get(item.nativeId) === item.revision || reactions.has(item.nativeId)) continue;
      items.push(item);
      if (isPost(item.nativeId)) known.set(item.nativeId, item.revision);
      else reactions.add(item.nativeId);
    }
  };

  const notifications = async (): Promise<XrpcFailure | undefined> => {
    const answer = await pollNotifications(client, place.notifications);
    if (!answer.ok) return answer.error;
    take(answer.value.documents);
    place = { ...place, notifications: answer.value.place };
    more = answer.value.more;
    return undefined;
  };

  const own = async (): Promise<XrpcFailure | undefined> => {
    const answer = await pollOwnPosts(client, place.own);
    if (!answer.ok) return answer.error;
    take(answer.value.documents);
    place = { ...place, own: answer.value.place };
    return undefined;
  };

  const searches = async (targets: ReceiveTargets): Promise<XrpcFailure | undefined> => {
    // Terms of watches that are no more are forgotten.
    const kept = Object.entries(place.searches).filter(([term]) => targets.searches.includes(term));
    place = { ...place, searches: Object.fromEntries(kept) };
    for (const term of new Set(targets.searches)) {
      if (term.trim() === '') continue;
      const answer = await pollSearch(client, term, place.searches[term], (text) => targets.wants(text));
      // A term that the server will not search must not stop the others.
      if (!answer.ok && answer.error.effect === 'refused') continue;
      if (!answer.ok) return answer.error;
      take(answer.value.documents);
      if (answer.value.seen) {
        place = { ...place, searches: { ...place.searches, [term]: answer.value.seen } };
      }
    }
    return undefined;
  };

  const removals = async (): Promise<XrpcFailure | undefined> => {
    if (place.turn % RECHECK_EVERY !== 0 || known.size === 0) return undefined;
    const uris = [...known.keys()];
    const parts = Math.ceil(uris.length / RECHECK_AT_ONCE);
    const part = Math.floor(place.turn / RECHECK_EVERY) % parts;
    // The newest are asked about first: most second thoughts come early.
    const end = uris.length - part * RECHECK_AT_ONCE;
    const gone = await findRemoved(client, uris.slice(Math.max(0, end - RECHECK_AT_ONCE), end));
    if (!gone.ok) return gone.error;
    const deletedAt = context.clock.now().toISOString();
    for (const uri of gone.value) {
      items.push(rawItemOf({ uri, deleted: true, deletedAt }, { accountId: client.did }));
      known.delete(uri);
    }
    return undefined;
  };

  const cursor = (): PollCursor => ({
    ...place,
    known: [...known] satisfies Known[],
    reactions: [...reactions],
  });
  return { items, notifications, own, searches, removals, cursor, more: () => more };
};

const isPost = (uri: string): boolean => uri.includes('/app.bsky.feed.post/');
