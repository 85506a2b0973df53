import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents, type NewEvent } from '../../platform/events/append-events.ts';
import { appendLive, type LiveChange } from '../../platform/live/append-live.ts';
import type { Heard } from '../model/hear.ts';
import type { Outcome } from '../model/settle-mention.ts';
import { storableJson } from '../model/storable.ts';
import type { IngestInput } from './ingest-input.ts';

/** `mentions.received`: mentions that are new or read differently now, at most 500 an event, in the order of arrival. */
export type MentionsReceived = {
  readonly connectionId: string;
  readonly channel: string;
  /** Said long ago and brought in only now. */
  readonly past?: true;
  readonly mentions: readonly {
    readonly id: string;
    /** False for a later revision of a mention told before. */
    readonly isNew: boolean;
    readonly ours: boolean;
    readonly addressed: boolean;
    readonly automatic: string | null;
    /** Taken back before it reached us: it has no text. */
    readonly removed: boolean;
  }[];
};

/** `mentions.removed`: their text is gone. */
export type MentionsRemoved = {
  readonly connectionId: string;
  readonly channel: string;
  readonly mentionIds: readonly string[];
};

/** `message.undelivered`: a message of ours did not arrive; `ofNativeId` is null when the notice does not tell which. */
export type MessageUndelivered = {
  readonly connectionId: string;
  readonly channel: string;
  readonly ofNativeId: string | null;
  readonly recipient: string | null;
  readonly status: string | null;
  readonly reason: string;
};

/** `reaction.received`: a like, a repost, a new follower. */
export type ReactionReceived = {
  readonly connectionId: string;
  readonly channel: string;
  readonly reaction: string;
  readonly author: { readonly nativeId: string; readonly name?: string; readonly handle?: string };
  readonly ofNativeId: string | null;
  readonly saidAt: string | null;
};

/** `message.receipt`: a message of ours reached the person, or was opened. */
export type MessageReceipt = {
  readonly connectionId: string;
  readonly channel: string;
  readonly ofNativeId: string;
  readonly state: 'delivered' | 'read';
  /** By the channel's clock, ISO 8601; null when it does not say. */
  readonly at: string | null;
};

/** `erasure.asked`: a person asked through their channel that what is kept of them be erased. */
export type ErasureAskedThere = {
  readonly connectionId: string;
  readonly channel: string;
  readonly nativeId: string;
};

/** Tells the rooms above and the open screens, last thing in the transaction. */
export const tellOfBatch = async (
  tx: Transaction,
  input: IngestInput,
  fresh: readonly Heard[],
  outcomes: readonly Outcome[],
  more: readonly LiveChange[] = [],
): Promise<void> => {
  await input.alongside?.(tx, {
    items: input.items,
    fresh: outcomes.filter(({ isNew }) => isNew).map(({ id }) => id),
  });
  const place = { connectionId: input.connectionId, channel: input.channel.manifest.id };
  const received = outcomes.filter(({ row }) => row !== null);
  const removed = outcomes.filter(({ isNewlyRemoved }) => isNewlyRemoved).map(({ id }) => id);
  const events: NewEvent[] = [];
  if (received.length > 0) {
    const mentions = received.map(({ id, isNew, row, removedAt }) => ({
      id,
      isNew,
      ours: row?.ours ?? false,
      addressed: row?.addressed ?? false,
      automatic: row?.automatic ?? null,
      removed: removedAt !== null,
    }));
    const past = input.past ? { past: true as const } : {};
    const payload: MentionsReceived = { ...place, ...past, mentions };
    events.push({ kind: 'mentions.received', payload });
  }
  if (removed.length > 0) {
    events.push({
      kind: 'mentions.removed',
      payload: { ...place, mentionIds: removed } satisfies MentionsRemoved,
    });
  }
  await appendEvents(tx, input.workspaceId, [...events, ...otherEvents(fresh, place)]);
  await appendLive(tx, input.workspaceId, [...liveChanges(received, removed), ...more]);
};

const otherEvents = (
  fresh: readonly Heard[],
  place: { readonly connectionId: string; readonly channel: string },
): NewEvent[] =>
  fresh.flatMap(({ events }) =>
    events.flatMap((event): NewEvent[] => {
      if (event.kind === 'undelivered') {
        const { ofNativeId = null, recipient = null, status = null, reason } = event;
        const payload: MessageUndelivered = { ...place, ofNativeId, recipient, status, reason };
        return [{ kind: 'message.undelivered', payload: storableJson(payload) }];
      }
      if (event.kind === 'receipt' && event.state !== 'sent') {
        const { ofNativeId, state, at = null } = event;
        const payload: MessageReceipt = { ...place, ofNativeId, state, at };
        return [{ kind: 'message.receipt', payload: storableJson(payload) }];
      }
      if (event.kind === 'erasure-asked') {
        const payload: ErasureAskedThere = { ...place, nativeId: event.authorNativeId };
        return [{ kind: 'erasure.asked', payload: storableJson(payload) }];
      }
      if (event.kind !== 'reaction') return [];
      const { reaction, author, ofNativeId = null, saidAt = null } = event;
      const payload: ReactionReceived = { ...place, reaction, author, ofNativeId, saidAt };
      return [{ kind: 'reaction.received', payload: storableJson(payload) }];
    }),
  );

const liveChanges = (received: readonly Outcome[], removed: readonly string[]): LiveChange[] => {
  const changes: LiveChange[] = [];
  if (received.length > 0) {
    const watchIds = new Set(received.flatMap(({ matches }) => matches.map(({ watchId }) => watchId)));
    const payload = { mentionIds: received.map(({ id }) => id), watchIds: [...watchIds] };
    changes.push({ kind: 'mention.received', payload });
  }
  if (removed.length > 0) changes.push({ kind: 'mention.removed', payload: { mentionIds: removed } });
  return changes;
};
