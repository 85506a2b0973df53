import type { Receipt } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Desk } from '../model/correspondent.ts';
import { replyChanges, threadChanges } from '../model/live-changes.ts';
import type { ReplyProgress } from '../model/reply-state.ts';
import { refreshThreads } from '../store/refresh-threads.ts';
import { type ReplyRow, saveProgress, saveSent } from '../store/reply-rows.ts';

export const DELIVER_JOB = 'conversation.deliver';

type Sent = Extract<Receipt, { state: 'published' | 'accepted' }>;

/** Writes how far a reply has come and everything that follows from it, in the caller's transaction: the next look, the news, the screens. */
export const recordProgress = async (
  desk: Pick<Desk, 'clock' | 'jobs'>,
  tx: Transaction,
  before: ReplyRow,
  progress: ReplyProgress,
  sent?: Sent,
): Promise<ReplyRow> => {
  const { workspaceId, id, threadId } = before;
  const row = await saveProgress(tx, workspaceId, id, progress);
  if (sent) {
    const sentAt = desk.clock.now();
    await saveSent(tx, workspaceId, id, { nativeId: sent.nativeId, url: sent.url ?? null, sentAt });
  }
  if (progress.dueAt && progress.state !== 'sending') await planLook(desk, tx, row);
  if (progress.state !== before.state) await tellRooms(tx, row, sent);
  if (progress.state === 'sent' || before.state === 'sent') await refreshThreads(tx, workspaceId, [threadId]);
  await appendLive(tx, workspaceId, [...replyChanges(row), ...threadChanges([threadId], 'reply')]);
  return row;
};

/** A worker comes back to it when it is due; the sweep is the net below. */
export const planLook = (desk: Pick<Desk, 'jobs'>, tx: Transaction, reply: ReplyRow): Promise<void> =>
  desk.jobs.send(
    tx,
    DELIVER_JOB,
    { workspaceId: reply.workspaceId, replyId: reply.id },
    reply.dueAt ? { startAfter: reply.dueAt } : {},
  );

const told = { sent: 'reply.sent', failed: 'reply.failed', undone: 'reply.undone' } as const;

/** `nativeId` is what the channel calls it, when it was sent: the rooms above know its echo by it. */
const tellRooms = async (tx: Transaction, reply: ReplyRow, sent?: Sent): Promise<void> => {
  const kind = told[reply.state as keyof typeof told];
  if (!kind) return;
  const { id: replyId, threadId, mentionId, personId, connectionId } = reply;
  const payload = { replyId, threadId, mentionId, personId, connectionId, nativeId: sent?.nativeId ?? null };
  await appendEvents(tx, reply.workspaceId, [{ kind, payload }]);
};
