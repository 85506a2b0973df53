import type { Channel } from '../../channels/contract.ts';
import type { ChannelEvent, Item, RawItem } from '../../channels/events.ts';
import type { CompiledWatches, WatchMatch } from './match-watch.ts';
import { watchedDocument } from './watched-document.ts';

/** A raw item, what it means, and which watches its items answer to. */
export type Heard = {
  readonly raw: RawItem;
  readonly events: readonly ChannelEvent[];
  /** By `itemKey`. */
  readonly matches: ReadonlyMap<string, readonly WatchMatch[]>;
};

export type Unheard = { readonly raw: RawItem; readonly reason: string };

/** `normalise` never throws by contract; should it, that item alone is lost and said to be. */
export const hear = (
  channel: Pick<Channel, 'normalise' | 'manifest'>,
  watches: CompiledWatches,
  raw: RawItem,
): Heard | Unheard => {
  try {
    const events = channel.normalise(raw);
    const items = events.flatMap((event) => (event.kind === 'item' ? [event.item] : []));
    const names = channelNames(channel.manifest);
    return {
      raw,
      events,
      matches: new Map(items.map((item) => [itemKey(item), matchItem(watches, item, names)])),
    };
  } catch {
    return { raw, reason: 'normalise' };
  }
};

export const itemKey = (item: { readonly nativeId: string; readonly revision: string }): string =>
  `${item.nativeId}\n${item.revision}`;

/** Our own words answer to no watch: we know that we said them. Quoted words were heard where they were said. */
const matchItem = (
  watches: CompiledWatches,
  item: Item,
  channel: readonly string[],
): readonly WatchMatch[] => (item.ours ? [] : watches.match(watchedDocument(item, channel)));

/** By what people may call a channel. */
export const channelNames = ({
  id,
  name,
}: {
  readonly id: string;
  readonly name?: Channel['manifest']['name'];
}): readonly string[] => [id, ...(name ? [name.it, name.en] : [])];

/** Channels on which everything is said to us. */
const WHOLLY_OURS = new Set(['mail', 'email', 'by-hand']);

/** Whether a channel's items are all kept, not only those that concern us. */
export const keepsAll = (channelId: string, settings: unknown): boolean =>
  WHOLLY_OURS.has(channelId) || (settings as { keepAll?: unknown } | null | undefined)?.keepAll === true;

/** The native ids that concern us: spoken to us, by us, answering to a watch, or already ours in an earlier form. */
export const concerning = (
  heard: readonly Heard[],
  isKnown: (nativeId: string) => boolean,
  keepAll: boolean,
): ReadonlySet<string> => {
  const concerns = new Set<string>();
  for (const { events, matches } of heard) {
    for (const event of events) {
      if (event.kind !== 'item') continue;
      const { item } = event;
      const matched = (matches.get(itemKey(item)) ?? []).length > 0;
      if (keepAll || item.ours || item.addressed || matched || isKnown(item.nativeId))
        concerns.add(item.nativeId);
    }
  }
  return concerns;
};
