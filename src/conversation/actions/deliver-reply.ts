import type { ReplyId, WorkspaceId } from '../../platform/ids.ts';
import type { Desk } from '../model/correspondent.ts';
import { decide } from '../model/reply-state.ts';
import { claimReply, type ReplyRow, saveProgress } from '../store/reply-rows.ts';
import { attemptSending } from './attempt-sending.ts';
import { guardSending } from './guard-sending.ts';
import { lookForSent } from './look-for-sent.ts';
import { planLook } from './record-progress.ts';

/** How long (ms) a worker that says nothing is believed to be at it; it speaks up four times in that. */
export const LEASE_MS = 60_000;

type Step = { readonly kind: 'send' | 'look'; readonly reply: ReplyRow };

/**
 * Takes one reply one step further, if it is due: sends it, or looks for what an attempt of unknown end did.
 * That we are at it is committed before the channel is called, so that a crash at any point leaves a trace, and
 * whoever finds the trace looks before sending. Safe to call at any time, any number of times, from any process.
 */
export const deliverReply = async (
  desk: Desk,
  workspaceId: WorkspaceId,
  replyId: ReplyId,
  leaseMs: number = LEASE_MS,
): Promise<void> => {
  const step = await takeStep(desk, workspaceId, replyId, leaseMs);
  if (step?.kind === 'send') await attemptSending(desk, step.reply, leaseMs);
  if (step?.kind === 'look') await lookForSent(desk, step.reply);
};

const takeStep = (
  desk: Desk,
  workspaceId: WorkspaceId,
  replyId: ReplyId,
  leaseMs: number,
): Promise<Step | undefined> =>
  desk.database.inWorkspace(workspaceId, async (tx) => {
    const found = await claimReply(tx, workspaceId, replyId);
    if (!found?.dueAt) return undefined;
    const now = desk.clock.now();
    if (found.dueAt > now) {
      await planLook(desk, tx, found);
      return undefined;
    }
    const lost = decide({ kind: 'lost' }, found, now);
    const reply = lost.ok ? { ...found, ...lost.value } : found;
    const kind = reply.state === 'unknown' ? 'look' : 'begin';
    if (kind === 'begin' && reply.state === 'held' && !(await guardSending(desk, tx, reply)))
      return undefined;
    const decided = decide({ kind, leaseMs }, reply, now);
    if (!decided.ok) return undefined;
    const row = await saveProgress(tx, workspaceId, replyId, decided.value);
    return { kind: kind === 'look' ? 'look' : 'send', reply: row };
  });
