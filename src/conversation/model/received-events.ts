import { z } from 'zod';
import type { DomainEvent } from '../../platform/events/events.ts';
import type { ConnectionId, MentionId } from '../../platform/ids.ts';

/** What the listening room tells and this room hears. */
export const heardKinds = ['mentions.received', 'mentions.removed', 'message.undelivered'] as const;

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

/** Mentions that are new, changed or taken back, each once. */
export const mentionIdsOf = (events: readonly DomainEvent[]): readonly MentionId[] => [
  ...new Set(
    events
      .filter(({ kind }) => kind === 'mentions.received' || kind === 'mentions.removed')
      .flatMap(({ payload }) => Ids.parse(payload)),
  ),
];

/** Bounces of what we sent; those that do not say of what are for nobody. */
export const undeliveredOf = (events: readonly DomainEvent[]): readonly Undelivered[] =>
  events
    .filter(({ kind }) => kind === 'message.undelivered')
    .map(({ payload }) => UndeliveredSchema.parse(payload))
    .flatMap(({ connectionId, ofNativeId, reason }) =>
      ofNativeId ? [{ connectionId, ofNativeId, reason }] : [],
    );
