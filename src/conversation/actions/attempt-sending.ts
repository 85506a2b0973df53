import type { ChannelProblem, Receipt } from '../../channels/index.ts';
import type { Desk } from '../model/correspondent.ts';
import { decide, type ReplyCommand, type ReplyProblem } from '../model/reply-state.ts';
import { storableDetail } from '../model/storable-detail.ts';
import { extendLease, lockReply, type ReplyRow } from '../store/reply-rows.ts';
import { recordProgress } from './record-progress.ts';

/** A channel that has not come back after this (ms) is not waited for: what it did is looked for. */
const LONGEST_CALL_MS = 5 * 60_000;

/** How often (ms) an answer that waits for its paused channel looks whether it has been resumed. */
const PAUSED_LOOK_MS = 60_000;

const paused = { state: 'paused' } as const;

/** Calls the channel once for an attempt that is already on record, and records how it ended. */
export const attemptSending = async (desk: Desk, reply: ReplyRow, leaseMs: number): Promise<void> => {
  const stop = keepLease(desk, reply, leaseMs);
  const receipt = await send(desk, reply).finally(stop);
  await desk.database.inWorkspace(reply.workspaceId, async (tx) => {
    const current = await lockReply(tx, reply.workspaceId, reply.id);
    if (!current) return;
    const isSent = receipt.state === 'published' || receipt.state === 'accepted';
    const isOurs = current.attemptStartedAt?.getTime() === reply.attemptStartedAt?.getTime();
    if (!isSent && !(isOurs && current.state === 'sending')) return;
    const decided = decide(commandOf(receipt), current, desk.clock.now());
    if (!decided.ok) {
      desk.log.warn(
        { replyId: reply.id, state: current.state },
        'a sending ended after another had settled it',
      );
      return;
    }
    await recordProgress(desk, tx, current, decided.value, isSent ? receipt : undefined);
  });
};

/** Says "still at it" while the call lasts; a failure to say so is only the database's bad moment. */
const keepLease = (desk: Desk, reply: ReplyRow, leaseMs: number): (() => void) => {
  const startedAt = reply.attemptStartedAt ?? desk.clock.now();
  const timer = setInterval(() => {
    const until = new Date(desk.clock.now().getTime() + leaseMs);
    desk.database
      .inWorkspace(reply.workspaceId, (tx) => extendLease(tx, reply.workspaceId, reply.id, startedAt, until))
      .catch((error: unknown) => desk.log.warn({ error: String(error) }, 'a lease could not be extended'));
  }, leaseMs / 4);
  return () => clearInterval(timer);
};

const send = async (desk: Desk, reply: ReplyRow): Promise<Receipt | typeof paused> => {
  if (!reply.draft) return rejected('cannot-compose');
  const opened = await open(desk, reply);
  if ('state' in opened) return opened;
  const composed = opened.compose(reply.draft);
  if (!composed.ok) return rejected('cannot-compose', composed.error.map(({ kind }) => kind).join(', '));
  const unknown = (detail: string): Receipt => ({ state: 'unknown', detail });
  return withTimeLimit(
    opened.send(composed.value, reply.id).catch((error: unknown) => unknown(String(error))),
    unknown('the channel did not come back'),
  );
};

/** Nothing has been sent as long as there is no line to the channel. */
const open = async (desk: Desk, reply: ReplyRow) => {
  const opened = await desk.openCorrespondent(reply.workspaceId, reply.connectionId);
  if (opened.ok) return opened.value;
  if (opened.error.kind === 'paused') return paused;
  if (opened.error.kind === 'channel') return { state: 'not-sent', problem: opened.error.problem } as const;
  return rejected('connection-ended');
};

const rejected = (kind: string, detail = ''): Receipt => ({
  state: 'rejected',
  problem: { kind, detail } as ChannelProblem,
});

const withTimeLimit = (call: Promise<Receipt>, otherwise: Receipt): Promise<Receipt> => {
  let timer: NodeJS.Timeout;
  const limit = new Promise<Receipt>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), LONGEST_CALL_MS);
  });
  return Promise.race([call, limit]).finally(() => clearTimeout(timer));
};

const commandOf = (receipt: Receipt | typeof paused): ReplyCommand => {
  switch (receipt.state) {
    case 'paused':
      return { kind: 'put-off', problem: { kind: 'paused', detail: '' }, lookAgainMs: PAUSED_LOOK_MS };
    case 'published':
    case 'accepted':
      return { kind: 'published' };
    case 'rejected':
      return { kind: 'rejected', problem: problemOf(receipt.problem) };
    case 'unknown':
      return { kind: 'unsure', problem: { kind: 'unsure', detail: storableDetail(receipt.detail) } };
    case 'not-sent': {
      const { problem } = receipt;
      const retryAfterMs = problem.kind === 'rate-limited' ? problem.retryAfterMs : undefined;
      return {
        kind: 'not-sent',
        problem: problemOf(problem),
        jitter: Math.random(),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      };
    }
  }
};

const problemOf = ({ kind, detail }: ChannelProblem): ReplyProblem => ({
  kind,
  detail: detail.slice(0, 500),
});
