import { z } from 'zod';
import type { DomainEvent } from '../../platform/events/events.ts';
import type { MentionId } from '../../platform/ids.ts';

/** What the rooms below and beside tell, and this one hears. */
export const heardKinds = [
  'mentions.received',
  'mentions.removed',
  'reaction.received',
  'reply.sent',
] as const;

const Received = z.object({ mentions: z.array(z.object({ id: z.uuid(), isNew: z.boolean() })) });
const Removed = z.object({ mentionIds: z.array(z.uuid()) });
const Reaction = z.object({
  connectionId: z.uuid(),
  channel: z.string(),
  reaction: z.string(),
  author: z.object({ nativeId: z.string(), name: z.string().optional(), handle: z.string().optional() }),
  ofNativeId: z.string().nullish(),
  saidAt: z.string().nullish(),
});
const Sent = z.object({
  mentionId: z.uuid(),
  personId: z.uuid(),
  connectionId: z.uuid(),
  nativeId: z.string().nullish(),
  replyId: z.uuid(),
});

export type HeardReaction = z.infer<typeof Reaction> & { readonly toldAt: Date };
export type HeardAnswer = z.infer<typeof Sent> & { readonly toldAt: Date };

export type HeardEvents = {
  readonly mentionIds: readonly MentionId[];
  /** Those that may have been recorded otherwise before. */
  readonly again: ReadonlySet<MentionId>;
  readonly reactions: readonly HeardReaction[];
  readonly answers: readonly HeardAnswer[];
};

/** A batch of events, each mention once. What cannot be read is of another version, and left to its rebuilding. */
export const readEvents = (events: readonly DomainEvent[]): HeardEvents => {
  const received = events
    .filter(({ kind }) => kind === 'mentions.received')
    .flatMap(({ payload }) => Received.parse(payload).mentions);
  const removed = events
    .filter(({ kind }) => kind === 'mentions.removed')
    .flatMap(({ payload }) => Removed.parse(payload).mentionIds);
  return {
    mentionIds: [...new Set([...received.map(({ id }) => id), ...removed])],
    again: new Set([...received.filter(({ isNew }) => !isNew).map(({ id }) => id), ...removed]),
    reactions: of(events, 'reaction.received', Reaction),
    answers: of(events, 'reply.sent', Sent),
  };
};

const of = <Value extends object>(
  events: readonly DomainEvent[],
  kind: string,
  schema: z.ZodType<Value>,
): readonly (Value & { readonly toldAt: Date })[] =>
  events
    .filter((event) => event.kind === kind)
    .flatMap(({ payload, createdAt }) => {
      const read = schema.safeParse(payload);
      return read.success ? [{ ...read.data, toldAt: createdAt }] : [];
    });
