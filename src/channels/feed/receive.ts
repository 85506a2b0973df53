import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelContext, ChannelProblem, Json } from '../contract.ts';
import { visitFeed } from './client.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { discoverHub } from './discover-hub.ts';
import { followComments, placesIn } from './follow-comments.ts';
import type { FeedSecrets, FeedSettings } from './settings.ts';
import { splitDocument } from './split-document.ts';
import { keepSubscribed } from './websub.ts';

/** One look at the feed (and, when asked for, at the comments of its posts): all its entries when it has changed, oldest first; those that we have are known by their revision. */
export const pollFeed = async (
  context: ChannelContext<FeedSettings, FeedSecrets>,
  cursor: Json,
): Promise<Result<Batch, ChannelProblem>> => {
  const begun = readCursor(cursor, context.settings.url);
  const visit = await visitFeed(context, begun);
  if (!visit.ok) return err(asPassing(visit.error));
  const { document, response } = visit.value;
  await keepSubscribed(context, document && discoverHub(response, document.links));
  const around = {
    fetchedAt: context.clock.now().toISOString(),
    ...(context.settings.ownSite ? { ownSite: '1' } : {}),
  };
  const items = document ? splitDocument(document, { ...document.around, ...around }) : [];
  if (!context.settings.comments) {
    return ok({ items: items.toReversed(), cursor: writeCursor(visit.value.cursor) });
  }
  const known = begun.comments ?? [];
  const followed = await followComments(context, document ? placesIn(document, known) : known, around);
  return ok({
    // Each post before what is said of it.
    items: [...items.toReversed(), ...followed.items],
    cursor: writeCursor({ ...visit.value.cursor, comments: [...followed.places] }),
  });
};

/** What was checked as a feed and shows a page today is a site under repair: no reason to ask people to correct anything. */
const asPassing = (problem: ChannelProblem): ChannelProblem =>
  problem.kind === 'misconfigured' ? { kind: 'bad-response', detail: problem.detail } : problem;
