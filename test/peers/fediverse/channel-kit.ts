import type { Account, Draft, Json } from '../../../src/channels/contract.ts';
import type { ChannelEvent, Item, RawItem } from '../../../src/channels/events.ts';
import { fediverseChannel } from '../../../src/channels/fediverse/channel.ts';
import type { FediverseContext } from '../../../src/channels/fediverse/client.ts';
import type { FediversePayload } from '../../../src/channels/fediverse/compose.ts';
import { type Clock, systemClock } from '../../../src/platform/clock.ts';
import type { GuardedFetch } from '../../../src/platform/fetch/index.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { expectOk } from '../../../src/platform/result.ts';

export interface Opened {
  readonly origin: string;
  readonly token: string;
  readonly http: GuardedFetch;
  readonly account?: Account;
  readonly clock?: Clock;
}

/** What the core gives the channel, for one account. */
export const open = ({ origin, token, http, account, clock }: Opened): FediverseContext => ({
  connectionId: 'prova',
  settings: { instance: origin, publicSearch: true },
  secrets: { accessToken: token },
  account: account ?? null,
  http,
  clock: clock ?? systemClock,
  log: silentLog,
  keepSecrets: async () => {},
});

/** Polls that go on from each other, as the core's do. */
export const startPolling = (context: FediverseContext, terms: readonly string[] = []) => {
  let cursor: Json = null;
  const targets = {
    searches: terms,
    wants: (text: string) => terms.some((term) => text.toLowerCase().includes(term.toLowerCase())),
  };
  const poll = async () => {
    const polled = await fediverseChannel.receive.poll?.(context, cursor, targets);
    if (!polled) throw new Error('this channel is polled');
    if (polled.ok) cursor = polled.value.cursor;
    return polled;
  };
  return { poll, events: async () => eventsOf(expectOk(await poll()).items) };
};

export const eventsOf = (raws: readonly RawItem[]): readonly ChannelEvent[] =>
  raws.flatMap((raw) => fediverseChannel.normalise(raw));

export const itemOf = (
  events: readonly ChannelEvent[],
  nativeId: string,
  has: (item: Item) => boolean = () => true,
): Item | undefined =>
  events
    .flatMap((event) => (event.kind === 'item' ? [event.item] : []))
    .find((item) => item.nativeId === nativeId && has(item));

/** An answer to that item, composed by this account's own limits. */
export const answerTo = async (
  context: FediverseContext,
  item: Item,
  text: string,
  options: Draft['options'] = {},
): Promise<FediversePayload> => {
  const limits = expectOk(await fediverseChannel.limits(context));
  const { handle } = item.author;
  const inReplyTo = {
    nativeId: item.nativeId,
    references: item.references,
    authorNativeId: item.author.nativeId,
    ...(handle ? { authorHandle: handle } : {}),
    saidAt: item.saidAt ?? '',
    context: item.replyContext,
  };
  const draft: Draft = { text, inReplyTo, media: [], options, signedBy: { name: 'Marta' } };
  const composed = fediverseChannel.compose?.(draft, limits);
  if (!composed) throw new Error('this channel writes');
  return expectOk(composed) as FediversePayload;
};

export const send = async (context: FediverseContext, payload: FediversePayload, opKey: string) => {
  const receipt = await fediverseChannel.send?.(
    { ...context, loadMedia: async () => onePixel },
    payload,
    opKey,
  );
  if (!receipt) throw new Error('this channel sends');
  return receipt;
};

export const settle = async (context: FediverseContext, payload: FediversePayload, since: Date) => {
  const settled = await fediverseChannel.settle?.(context, payload, 'chiave', since);
  if (!settled) throw new Error('this channel settles');
  return settled;
};

const onePixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
