import { z } from 'zod';
import type { DomainEvent } from '../../platform/events/events.ts';
import type { ConnectionId, MentionId } from '../../platform/ids.ts';

/** What the listening room tells and this room hears. */
export const heardKinds = [
  'mentions.received',
  'mentions.removed',
  'mentions.emptied',
  'mentions.reread',
  'message.undelivered',
  'message.receipt',
  'mentions.withdrawn',
] as const;

const ofMentions: readonly string[] = [
  'mentions.received',
  'mentions.removed',
  'mentions.emptied',
  'mentions.reread',
];

const Ids = z.union([
  z
    .object({ mentions: z.array(z.object({ id: z.uuid() })) })
    .transform(({ mentions }) => mentions.map(({ id }) => id)),
  z.object({ mentionIds: z.array(z.uuid()) }).transform(({ mentionIds }) => mentionIds),
]);

const UndeliveredSchema = z.object({
  connectionId: z.uuid(),
  ofNativeId: z.string().nullish(),
  reason: z.string().default(''),
});

export type Undelivered = {
  readonly connectionId: ConnectionId;
  readonly ofNativeId: string;
  readonly reason: string;
};

/** Mentions that are new, changed, taken back, emptied or read differently now, each once. */
export const mentionIdsOf = (events: readonly DomainEvent[]): readonly MentionId[] => [
  ...new Set(
    events.filter(({ kind }) => ofMentions.includes(kind)).flatMap(({ payload }) => Ids.parse(payload)),
  ),
];

/** Mentions whose words we may no longer keep, nor a quotation of them. */
export const emptiedIdsOf = (events: readonly DomainEvent[]): readonly MentionId[] =>
  mentionIdsOf(events.filter(({ kind }) => kind === 'mentions.emptied'));

/** Bounces of what we sent; those that do not say of what are for nobody. */
export const undeliveredOf = (events: readonly DomainEvent[]): readonly Undelivered[] =>
  events
    .filter(({ kind }) => kind === 'message.undelivered')
    .map(({ payload }) => UndeliveredSchema.parse(payload))
    .flatMap(({ connectionId, ofNativeId, reason }) =>
      ofNativeId ? [{ connectionId, ofNativeId, reason }] : [],
    );

const ReceiptSchema = z.object({
  connectionId: z.uuid(),
  ofNativeId: z.string(),
  state: z.enum(['delivered', 'read']),
  at: z.iso.datetime().nullish(),
});
export type HeardReceipt = z.infer<typeof ReceiptSchema> & { readonly connectionId: ConnectionId };

/** How far messages of ours came. */
export const receiptsOf = (events: readonly DomainEvent[]): readonly HeardReceipt[] =>
  events
    .filter(({ kind }) => kind === 'message.receipt')
    .map(({ payload }) => ReceiptSchema.parse(payload) as HeardReceipt);

export type WithdrawnFact = { readonly id: MentionId; readonly nativeId: string };

const Withdrawn = z.object({ mentions: z.array(z.object({ id: z.uuid(), nativeId: z.string() })) });

/** Mentions that were taken away wholly, as if they had never come. */
export const withdrawnOf = (events: readonly DomainEvent[]): readonly WithdrawnFact[] =>
  events
    .filter(({ kind }) => kind === 'mentions.withdrawn')
    .flatMap(({ payload }) => Withdrawn.parse(payload).mentions);

/** Those among them whose author asked to be forgotten. */
export const erasedIdsOf = (events: readonly DomainEvent[]): readonly MentionId[] =>
  withdrawnOf(events.filter(({ payload }) => (payload as { erased?: unknown }).erased === true)).map(
    ({ id }) => id,
  );

/** Mentions that were said long ago and were brought in only now. */
export const pastIdsOf = (events: readonly DomainEvent[]): readonly MentionId[] =>
  mentionIdsOf(events.filter(({ payload }) => (payload as { past?: unknown }).past === true));
