import { type BlueskyPayload, composeBluesky } from '../../../src/channels/bluesky/compose.ts';
import { blueskyLimits } from '../../../src/channels/bluesky/limits.ts';
import { normaliseBluesky } from '../../../src/channels/bluesky/normalise.ts';
import { pollBluesky } from '../../../src/channels/bluesky/receive.ts';
import {
  type BlueskySecrets,
  type BlueskySettings,
  BlueskySettingsSchema,
} from '../../../src/channels/bluesky/settings.ts';
import { streamBluesky } from '../../../src/channels/bluesky/stream.ts';
import type {
  Batch,
  ChannelContext,
  Draft,
  Json,
  ReceiveTargets,
  SendContext,
} from '../../../src/channels/contract.ts';
import type { ChannelEvent, Item } from '../../../src/channels/events.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createGuardedFetch, type GuardedFetch } from '../../../src/platform/fetch/index.ts';
import { createLog } from '../../../src/platform/log.ts';
import { expectOk } from '../../../src/platform/result.ts';

export type BlueskyDesk = SendContext<BlueskySettings, BlueskySecrets> & {
  /** What was kept last, as the next opening would find it. */
  kept(): BlueskySecrets;
};

export const loopbackFetch = (): GuardedFetch =>
  createGuardedFetch({
    allowPrivateAddresses: ['127.0.0.1', '::1'],
    userAgent: 'Passaparola (test)',
    limits: { totalTimeoutMs: 20_000 },
  });

/** What the core hands to the channel, for one account. */
export const deskOf = (
  values: {
    readonly service: string;
    readonly handle: string;
    readonly appPassword: string;
    readonly stream?: boolean;
    readonly streamKind?: 'jetstream' | 'firehose';
    readonly streamUrl?: string;
    readonly connectionId?: string;
    readonly media?: ReadonlyMap<string, Uint8Array>;
    readonly secrets?: BlueskySecrets;
  },
  http: GuardedFetch,
): BlueskyDesk => {
  const { appPassword, media = new Map<string, Uint8Array>(), connectionId, ...settings } = values;
  let pushState: Readonly<Record<string, Json>> = {};
  let kept: BlueskySecrets = values.secrets ?? { appPassword };
  return {
    connectionId: connectionId ?? '019ab000-0000-7000-8000-000000000001',
    get pushState() {
      return pushState;
    },
    keepPushState: async (change) => {
      pushState = { ...pushState, ...change };
    },
    settings: BlueskySettingsSchema.parse(settings),
    get secrets() {
      return kept;
    },
    account: null,
    http,
    clock: systemClock,
    log: createLog({ level: 'silent' }),
    keepSecrets: async (change) => {
      kept = { ...kept, ...change };
    },
    loadMedia: async (id) => media.get(id) ?? new Uint8Array(),
    kept: () => kept,
  };
};

/** Follows the live stream as the receiver does, and keeps what it brings; `stored` is when a batch is safe. */
export const listen = (
  desk: BlueskyDesk,
  cursor: Json,
  targets: ReceiveTargets,
  stored: () => Promise<void> = async () => undefined,
) => {
  const batches: Batch[] = [];
  const stop = new AbortController();
  let opened = (): void => undefined;
  const open = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const ended = streamBluesky(
    desk,
    cursor,
    targets,
    async (batch) => {
      batches.push(batch);
      await stored();
    },
    () => opened(),
    stop.signal,
  );
  const events = () => batches.flatMap(({ items }) => items.flatMap((raw) => normaliseBluesky(raw)));
  return {
    open,
    ended,
    items: () => itemsOf(events()),
    texts: () => itemsOf(events()).map(({ text }) => text),
    removed: () => events().flatMap((event) => (event.kind === 'removed' ? [event.nativeId] : [])),
    cursor: () => batches.at(-1)?.cursor ?? null,
    close: async () => {
      stop.abort();
      expectOk(await ended);
    },
  };
};

/** A watch on some words. */
export const watching = (...searches: readonly string[]): ReceiveTargets => ({
  searches,
  wants: (text) => searches.some((term) => text.toLowerCase().includes(term.toLowerCase())),
});

export const poll = async (
  desk: ChannelContext<BlueskySettings, BlueskySecrets>,
  cursor: Json = null,
  targets: ReceiveTargets = watching(),
): Promise<{ readonly batch: Batch; readonly events: readonly ChannelEvent[] }> => {
  const batch = expectOk(await pollBluesky(desk, cursor, targets));
  return { batch, events: batch.items.flatMap((raw) => normaliseBluesky(raw)) };
};

export const itemsOf = (events: readonly ChannelEvent[]): readonly Item[] =>
  events.flatMap((event) => (event.kind === 'item' ? [event.item] : []));

export const itemSaying = (events: readonly ChannelEvent[], text: string): Item => {
  const found = itemsOf(events).find((item) => item.text.includes(text));
  if (!found)
    throw new Error(`nobody says ${text}: ${JSON.stringify(itemsOf(events).map((item) => item.text))}`);
  return found;
};

export const draftOf = (text: string, item?: Item, changes: Partial<Draft> = {}): Draft => ({
  text,
  media: [],
  options: { language: 'it' },
  signedBy: { name: 'Marta' },
  ...(item
    ? {
        inReplyTo: {
          nativeId: item.nativeId,
          references: item.references,
          authorNativeId: item.author.nativeId,
          saidAt: item.saidAt ?? '',
          context: item.replyContext,
        },
      }
    : {}),
  ...changes,
});

export const composed = (draft: Draft): BlueskyPayload => expectOk(composeBluesky(draft, blueskyLimits));
