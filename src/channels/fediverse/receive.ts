import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import type { ApiFailure } from './call-api.ts';
import { type FediverseClient, type FediverseContext, ListSchema, openClient } from './client.ts';
import { type PollCursor, readPollCursor, type Self, writeCursor } from './cursor.ts';
import { StatusSchema } from './entities.ts';
import { createGathering } from './gather.ts';
import { pollNotifications } from './poll-notifications.ts';
import { pollWatch } from './poll-watches.ts';
import { recheck } from './recheck.ts';
import { readSelf } from './self.ts';

/** Every fourth poll looks whether what we hold is still there, and every 200th who we are. */
const RECHECK_EVERY = 4;
const SELF_EVERY = 200;
/** Terms asked for in one poll; more of them take turns. */
const TERMS_AT_ONCE = 8;

/**
 * Notifications, our own statuses, what the watches look for, and now and then edits and deletions. What was found before
 * something failed is handed over; the failed part stays where it was for the next time.
 */
export const pollFediverse = async (
  context: FediverseContext,
  cursor: Json,
  targets: ReceiveTargets,
): Promise<Result<Batch, ChannelProblem>> => {
  const client = openClient(context);
  const begun = readPollCursor(cursor, client.origin);
  const self = begun.self && begun.turn % SELF_EVERY !== 0 ? ok(begun.self) : await readSelf(client);
  if (!self.ok) return err(self.error.problem);
  const found = startFinding(context, client, { ...begun, self: self.value });
  const failure =
    (await found.notifications()) ??
    (await found.own()) ??
    (context.settings.publicSearch ? await found.watches(targets) : undefined) ??
    (await found.secondThoughts());
  if (failure && found.items.length === 0) return err(failure.problem);
  if (failure) context.log.warn({ problem: failure.problem.kind }, 'part of a poll failed');
  const more = failure === undefined && found.more();
  return ok({ items: found.items, cursor: writeCursor(found.cursor()), ...(more ? { more } : {}) });
};

/** Moves the cursor step by step; each step answers with what went wrong. */
const startFinding = (
  context: FediverseContext,
  client: FediverseClient,
  begun: PollCursor & { readonly self: Self },
) => {
  const gathering = createGathering(client, begun.self, begun.known, context.clock.now().toISOString());
  let place: PollCursor = { ...begun, turn: begun.turn + 1 };
  let more = false;

  const takeAll = async (documents: readonly unknown[]): Promise<ApiFailure | undefined> => {
    for (const document of documents) {
      const taken = await gathering.take(document);
      if (!taken.ok) return taken.error;
    }
    return undefined;
  };

  const notifications = async (): Promise<ApiFailure | undefined> => {
    const page = await pollNotifications(client, place.notifications);
    if (!page.ok) return page.error;
    const failure = await takeAll(page.value.documents);
    if (failure) return failure;
    place = { ...place, notifications: page.value.place };
    more = page.value.more;
    return undefined;
  };

  const own = async (): Promise<ApiFailure | undefined> => {
    const path = `/api/v1/accounts/${encodeURIComponent(begun.self.id)}/statuses`;
    // Others than Mastodon list only what is public there: what we said to few stands on the home timeline.
    for (const list of [path, ...(begun.self.isMastodon ? [] : ['/api/v1/timelines/home'])]) {
      const answer = await client.call(
        { path: list, params: { limit: 20, exclude_reblogs: true } },
        ListSchema,
      );
      if (!answer.ok) return answer.error;
      const ours = answer.value.output.filter((document) => isBy(document, begun.self.id));
      const failure = await takeAll(ours.toReversed());
      if (failure) return failure;
    }
    return undefined;
  };

  const watches = async (targets: ReceiveTargets): Promise<ApiFailure | undefined> => {
    const terms = [...new Set(targets.searches.map((term) => term.trim()).filter(Boolean))];
    // Terms of watches that are no more are forgotten.
    const kept = Object.entries(place.searches).filter(([term]) => terms.includes(term));
    place = { ...place, searches: Object.fromEntries(kept) };
    for (const term of inTurn(terms, place.turn)) {
      if (client.isRunningLow()) return undefined;
      const wants = (text: string) => targets.wants(text);
      const found = await pollWatch(client, { term, seen: place.searches[term], wants });
      // A term that the server will not search must not stop the others.
      if (!found.ok && found.error.effect === 'refused' && found.error.status !== 401) continue;
      if (!found.ok) return found.error;
      const failure = await takeAll(found.value.documents);
      if (failure) return failure;
      if (found.value.seen) place = { ...place, searches: { ...place.searches, [term]: found.value.seen } };
    }
    return undefined;
  };

  const secondThoughts = async (): Promise<ApiFailure | undefined> => {
    if (place.turn % RECHECK_EVERY !== 0 || client.isRunningLow()) return undefined;
    const round = Math.floor(place.turn / RECHECK_EVERY);
    const done = await recheck(context, client, { self: begun.self, gathering, round });
    return done.ok ? undefined : done.error;
  };

  const cursor = (): PollCursor => ({ ...place, known: [...gathering.known.values()] });
  return { items: gathering.items, notifications, own, watches, secondThoughts, cursor, more: () => more };
};

const isBy = (document: unknown, id: string): boolean =>
  StatusSchema.safeParse(document).data?.account.id === id;

const inTurn = (terms: readonly string[], turn: number): readonly string[] => {
  if (terms.length <= TERMS_AT_ONCE) return terms;
  const from = (turn * TERMS_AT_ONCE) % terms.length;
  return [...terms, ...terms].slice(from, from + TERMS_AT_ONCE);
};
