import type { Settlement } from '../../channels/index.ts';
import type { Desk } from '../model/correspondent.ts';
import { decide, type ReplyCommand } from '../model/reply-state.ts';
import { lockReply, type ReplyRow } from '../store/reply-rows.ts';
import { recordProgress } from './record-progress.ts';

const LOOK_AGAIN_MS = 30_000;
const unclear: Settlement = { state: 'unclear', lookAgainMs: LOOK_AGAIN_MS };

/** Looks for our own item of an attempt whose end we do not know, and records what was found. Reads only. */
export const lookForSent = async (desk: Desk, reply: ReplyRow): Promise<void> => {
  const found = await settle(desk, reply);
  await desk.database.inWorkspace(reply.workspaceId, async (tx) => {
    const current = await lockReply(tx, reply.workspaceId, reply.id);
    if (!current) return;
    const isSent = found.state === 'published' || found.state === 'accepted';
    const isOurs = current.state === 'unknown' && current.dueAt?.getTime() === reply.dueAt?.getTime();
    if (!isSent && !isOurs) return;
    const decided = decide(commandOf(found), current, desk.clock.now());
    if (decided.ok) await recordProgress(desk, tx, current, decided.value, isSent ? found : undefined);
  });
};

const settle = async (desk: Desk, reply: ReplyRow): Promise<Settlement> => {
  if (!reply.draft || !reply.attemptStartedAt) return unclear;
  const opened = await desk.openCorrespondent(reply.workspaceId, reply.connectionId, 'look');
  if (!opened.ok) return unclear;
  const composed = opened.value.compose(reply.draft);
  if (!composed.ok) return unclear;
  return opened.value.settle(composed.value, reply.id, reply.attemptStartedAt).catch((error: unknown) => {
    desk.log.warn({ replyId: reply.id, error: String(error) }, 'looking for a sent answer failed');
    return unclear;
  });
};

const commandOf = (found: Settlement): ReplyCommand => {
  if (found.state === 'absent') return { kind: 'absent' };
  if (found.state === 'unclear') return { kind: 'unclear', lookAgainMs: found.lookAgainMs };
  return { kind: 'published' };
};
