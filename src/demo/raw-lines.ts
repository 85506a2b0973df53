import { byHandRawItem, findChannel, type RawItem } from '../channels/index.ts';
import type { DemoConnections } from './connections.ts';
import { blueskyAccount, blueskyDocument } from './render/bluesky.ts';
import { fediverseContext, fediverseDocument, fediverseThread } from './render/fediverse.ts';
import { feedBytes } from './render/feed.ts';
import { mailAccount, mailBytes } from './render/mail.ts';
import { saidAt } from './render/said-at.ts';
import { blueskyLines } from './script/bluesky.ts';
import { encounters } from './script/by-hand.ts';
import { fediverseLines } from './script/fediverse.ts';
import { entries, feeds } from './script/feed.ts';
import { mailLines } from './script/mail.ts';

/** Something that arrives: on which connection, when, and the raw item as the channel itself would give it. */
export type Arrival = {
  readonly channel: string;
  readonly connectionId: string;
  readonly at: Date;
  readonly items: readonly RawItem[];
};

const rawOf = (
  channel: string,
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  const found = findChannel(channel);
  if (!found) throw new Error(`the demonstration needs the channel ${channel}`);
  return found.readRaw(bytes, context);
};

export const jsonBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** The whole script as raw items, in the order in which they were said: everything else follows from them. */
export const arrivals = (ids: DemoConnections, now: Date): readonly Arrival[] =>
  [
    ...blueskyLines.map((line) => ({
      channel: 'bluesky',
      connectionId: ids.bluesky,
      at: saidAt(line, now),
      items: rawOf('bluesky', jsonBytes(blueskyDocument(line, now)), { accountId: blueskyAccount.nativeId }),
    })),
    ...fediverseLines.map((line) => ({
      channel: 'fediverse',
      connectionId: ids.fediverse,
      at: saidAt(line, now),
      items: rawOf('fediverse', jsonBytes(fediverseDocument(line, now)), {
        ...fediverseContext,
        ...fediverseThread(line),
      }),
    })),
    ...mailLines.map((line) => ({
      channel: 'mail',
      connectionId: ids.mail,
      at: saidAt(line, now),
      items: rawOf('mail', mailBytes(line, now), {
        accountId: mailAccount.nativeId,
        folder: line.ours ? 'sent' : 'inbox',
        receivedAt: saidAt(line, now).toISOString(),
      }),
    })),
    ...feeds.flatMap((feed) => feedArrivals(feed, ids.feeds[feed.key], now)),
    ...encounters.map((encounter) => {
      const { daysAgo: _, hour: __, ...note } = encounter;
      const at = saidAt(encounter, now);
      return {
        channel: 'by-hand',
        connectionId: ids.byHand,
        at,
        items: [byHandRawItem({ ...note, saidAt: at.toISOString() })],
      };
    }),
  ].toSorted((left, right) => left.at.getTime() - right.at.getTime());

/** A feed is read whole, but each of its entries came on a day of its own. */
const feedArrivals = (feed: (typeof feeds)[number], connectionId: string, now: Date): Arrival[] => {
  const items = rawOf('feed', feedBytes(feed, now), { feedUrl: feed.address, fetchedAt: now.toISOString() });
  return entries[feed.key].map((entry) => ({
    channel: 'feed',
    connectionId,
    at: saidAt(entry, now),
    items: items.filter(({ nativeId }) => nativeId.endsWith(`/${entry.id}`)),
  }));
};
