import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Undelivered } from '../model/received-events.ts';
import { decide } from '../model/reply-state.ts';
import { storableDetail } from '../model/storable-detail.ts';
import { refreshThreads } from '../store/refresh-threads.ts';
import { lockSentReplies, type ReplyRow, saveProgress } from '../store/reply-rows.ts';

/** Answers that came back undelivered have failed after all, with the reason; returns those. The caller tells the screens. */
export const markUndelivered = async (
  platform: Pick<Platform, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  bounces: readonly Undelivered[],
): Promise<readonly ReplyRow[]> => {
  const failed: ReplyRow[] = [];
  for (const { connectionId, ofNativeId, reason } of bounces) {
    const bounced = { kind: 'bounced', detail: storableDetail(reason) } as const;
    for (const reply of await lockSentReplies(tx, workspaceId, connectionId, [ofNativeId])) {
      const decided = decide(bounced, reply, platform.clock.now());
      if (decided.ok) failed.push(await saveProgress(tx, workspaceId, reply.id, decided.value));
    }
  }
  await refreshThreads(tx, workspaceId, [...new Set(failed.map((reply) => reply.threadId))]);
  await appendEvents(
    tx,
    workspaceId,
    failed.map(({ id: replyId, threadId, mentionId, personId }) => ({
      kind: 'reply.failed',
      payload: { replyId, threadId, mentionId, personId },
    })),
  );
  return failed;
};
