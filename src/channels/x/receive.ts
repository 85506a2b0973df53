import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { openClient, type XFailure } from './client.ts';
import type { XContext } from './context.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { PostSchema } from './entities.ts';
import { normaliseX } from './normalise.ts';
import { costOfMonth, pollSearch } from './poll-search.ts';
import { xPrices } from './prices.ts';
import { type Found, readPage } from './read-page.ts';
import { firstId, rawItemOf } from './read-raw.ts';
import { recheck } from './recheck.ts';
import { budgetOf } from './settings.ts';
import { ESTIMATE } from './spending.ts';

const MOST_KNOWN = 2_000;

/**
 * Mentions, our own posts now and then, one term of the watches in its turn, and what is held once a day. Calls that bring nothing cost nothing; each is
 * made only when the budget allows its worst. What was found before something failed is handed over.
 */
export const pollX = async (
  context: XContext,
  given: Json,
  targets: ReceiveTargets,
): Promise<Result<Batch, ChannelProblem>> => {
  const accountId = context.account?.nativeId ?? '';
  const client = openClient(context);
  const now = context.clock.now();
  const username = (context.account?.handle ?? '').replace(/^@/, '');
  const known = { accountId, username, fetchedAt: now.toISOString() };
  let cursor = { ...readCursor(given, accountId) };
  cursor = { ...cursor, turn: cursor.turn + 1 };
  const items: RawItem[] = [];
  let more = false;

  const take = (found: Found, extra: Readonly<Record<string, string>> = {}): void => {
    for (const document of found.documents) {
      const raw = rawItemOf(document, { ...known, ...extra });
      items.push(raw);
      const post = PostSchema.safeParse(document).data;
      if (post && concerns(raw, targets)) {
        const one = { id: post.id, nativeId: firstId(post), heldSince: known.fetchedAt };
        cursor = {
          ...cursor,
          known: [...cursor.known.filter(({ id }) => id !== post.id), one].slice(-MOST_KNOWN),
        };
      }
    }
  };

  const mentions = async (): Promise<XFailure | undefined> => {
    const listing = { path: `/2/users/${accountId}/mentions`, price: xPrices.ownedRead, least: 5, most: 100 };
    const found = await readPage(client, listing, cursor.mentions);
    if (!found.ok) return found.error;
    take(found.value, { addressed: '1' });
    cursor = { ...cursor, mentions: found.value.place };
    more = found.value.more;
    return undefined;
  };

  const own = async (): Promise<XFailure | undefined> => {
    if (cursor.turn % OWN_EVERY !== 1) return undefined;
    const listing = { path: `/2/users/${accountId}/tweets`, price: xPrices.ownedRead, least: 5, most: 100 };
    const found = await readPage(client, listing, cursor.own);
    if (!found.ok) return found.error;
    take(found.value);
    cursor = { ...cursor, own: found.value.place };
    return undefined;
  };

  const searches = async (): Promise<XFailure | undefined> => {
    const terms = [...new Set(targets.searches.map((term) => term.trim()).filter((term) => term.length > 1))];
    const kept = Object.fromEntries(Object.entries(cursor.searches).filter(([term]) => terms.includes(term)));
    cursor = { ...cursor, searches: kept };
    const term = terms[cursor.turn % Math.max(1, terms.length)];
    if (!context.settings.publicSearch || term === undefined) return undefined;
    const budget = budgetOf(context.settings);
    const done = await pollSearch(client, { term, username, budget, now }, kept[term] ?? {});
    if (!done.ok) return done.error;
    cursor = { ...cursor, searches: { ...kept, [term]: done.value.search } };
    if (done.value.found) take(done.value.found);
    return undefined;
  };

  const secondThoughts = async (): Promise<XFailure | undefined> => {
    const done = await recheck(context, client, cursor, known);
    if (!done.ok) return done.error;
    cursor = done.value.cursor;
    items.push(...done.value.items);
    return undefined;
  };

  // What is due to others comes before what is of use to us.
  const failure = (await secondThoughts()) ?? (await mentions()) ?? (await own()) ?? (await searches());
  await tellEstimate(context, cursor);
  if (failure && items.length === 0) return err(failure.problem);
  if (failure) context.log.warn({ problem: failure.problem.kind }, 'part of a poll failed');
  return ok({ items, cursor: writeCursor(cursor), ...(more && !failure ? { more } : {}) });
};

const OWN_EVERY = 10;

const concerns = (raw: RawItem, targets: ReceiveTargets): boolean =>
  normaliseX(raw).some(
    (event) =>
      event.kind === 'item' && (event.item.ours || event.item.addressed || targets.wants(event.item.text)),
  );

/** What the searches come to in a month, by what was counted; terms that are too much are named. */
const tellEstimate = async (context: XContext, { searches }: Cursor): Promise<void> => {
  const budget = budgetOf(context.settings);
  const costs = Object.entries(searches).map(([term, { weekly }]) => ({
    term,
    cost: costOfMonth(weekly ?? 0),
  }));
  const estimate = {
    searches: costs.filter(({ cost }) => cost <= budget).reduce((sum, { cost }) => sum + cost, 0),
    tooMuch: costs.filter(({ cost }) => cost > budget).slice(0, 10),
  };
  const before = context.pushState?.[ESTIMATE];
  if (JSON.stringify(before) !== JSON.stringify(estimate))
    await context.keepPushState?.({ [ESTIMATE]: estimate as unknown as Json });
};
