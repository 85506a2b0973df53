import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { DomainEvent, Subscription } from '../../platform/events/events.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { replyChanges, threadChanges } from '../model/live-changes.ts';
import {
  emptiedIdsOf,
  erasedIdsOf,
  heardKinds,
  mentionIdsOf,
  pastIdsOf,
  receiptsOf,
  undeliveredOf,
  withdrawnOf,
} from '../model/received-events.ts';
import { forgetAnswers } from '../store/forget-answers.ts';
import { forgetQuotes } from '../store/reply-rows.ts';
import { settlePastThreads } from '../store/settle-past-threads.ts';
import { dropMentions } from './drop-mentions.ts';
import { markReceipts } from './mark-receipts.ts';
import { markUndelivered } from './mark-undelivered.ts';
import { threadMentions } from './thread-mentions.ts';

/** Hears what was received, taken back or not delivered, and tells the open screens once, at the end. */
export const listeningSubscription = (platform: Pick<Platform, 'clock'>): Subscription => ({
  name: 'conversation.threads',
  kinds: heardKinds,
  handle: (tx, workspaceId, events) => hearListening(platform, tx, workspaceId, events),
});

const hearListening = async (
  platform: Pick<Platform, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  events: readonly DomainEvent[],
): Promise<void> => {
  const threaded = await threadMentions(tx, workspaceId, mentionIdsOf(events));
  await settlePastThreads(tx, workspaceId, pastIdsOf(events), longAgo(platform.clock.now()));
  await forgetAnswers(tx, workspaceId, erasedIdsOf(events), platform.clock.now());
  const dropped = await dropMentions(tx, workspaceId, withdrawnOf(events));
  await forgetQuotes(tx, workspaceId, emptiedIdsOf(events));
  const bounced = await markUndelivered(platform, tx, workspaceId, undeliveredOf(events));
  const arrived = await markReceipts(platform, tx, workspaceId, receiptsOf(events));
  await tellRooms(tx, workspaceId, [...threaded.threadIds, ...dropped], threaded.reopened, events);
  await appendLive(tx, workspaceId, [
    ...threadChanges(threaded.threadIds, 'mentions', threaded.merged),
    ...threadChanges(dropped, 'mentions'),
    ...threadChanges([...new Set(bounced.map((reply) => reply.threadId))], 'undelivered'),
    ...[...bounced, ...arrived].flatMap(replyChanges),
  ]);
};

/** One event a batch, however much came in: what hangs from conversations is worked out beside the road. */
const tellRooms = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  reopened: readonly ThreadId[],
  events: readonly DomainEvent[],
): Promise<void> => {
  if (threadIds.length === 0) return;
  const past = events.every(({ payload }) => payload.past === true);
  await appendEvents(tx, workspaceId, [
    {
      kind: 'threads.changed',
      payload: { threadIds, ...(past ? { past } : {}), ...(reopened.length > 0 ? { reopened } : {}) },
    },
  ]);
};

/** What was said before this and comes from a file waits for nobody. */
const longAgo = (now: Date): Date => new Date(now.getTime() - 30 * 86_400_000);
