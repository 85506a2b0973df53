import type { Transaction } from '../../platform/db/database.ts';
import { nextAttempt, restMs, SLOW_MS, THREE_DAYS_MS } from '../model/schedule.ts';
import { lockEndpoint, updateEndpoint } from '../store/endpoints.ts';
import { type Message, MOST_TRIES, updateMessage } from '../store/messages.ts';
import type { Context } from './context.ts';
import type { Sent } from './send-message.ts';
import { stopEndpoint, tellGivenUp } from './stop-endpoint.ts';

/** Writes an attempt down, on the message and on its address; 'stop' when the address is to be left alone now. */
export const settleAttempt = async (
  context: Context,
  tx: Transaction,
  message: Message,
  sent: Sent,
): Promise<'on' | 'stop'> => {
  const { workspaceId, endpointId } = message;
  const endpoint = await lockEndpoint(tx, workspaceId, endpointId);
  if (!endpoint) return 'stop';
  const now = context.clock.now();
  const tries = [...message.tries, sent.tried].slice(-MOST_TRIES);
  const attempts = message.attempts + 1;
  const { status: lastStatus, ms } = sent.tried;
  if (sent.kind === 'delivered') {
    await updateMessage(tx, message, { state: 'delivered', attempts, dueAt: null, settledAt: now, tries });
    await updateEndpoint(tx, workspaceId, endpointId, {
      failures: 0,
      failingSince: null,
      restingUntil: null,
      toldAt: null,
      isSlow: ms > SLOW_MS,
      lastAt: now,
      lastStatus,
    });
    return 'on';
  }
  const failures = endpoint.failures + 1;
  const failingSince = endpoint.failingSince ?? now;
  const rest = Math.max(restMs(failures, Math.random()), sent.askedMs ?? 0);
  const restingUntil = rest > 0 ? new Date(now.getTime() + rest) : null;
  const failing = { failures, failingSince, restingUntil, isSlow: true, lastAt: now, lastStatus };
  const next =
    sent.kind === 'gone'
      ? null
      : nextAttempt({
          attempts,
          startedAt: message.startedAt,
          now,
          askedMs: sent.askedMs,
          random: Math.random(),
        });
  await updateMessage(
    tx,
    message,
    next
      ? { attempts, dueAt: next, tries }
      : { state: 'failed', attempts, dueAt: null, settledAt: now, tries },
  );
  await updateEndpoint(tx, workspaceId, endpointId, failing);
  if (sent.kind === 'gone') await stopEndpoint(context, tx, endpoint, 'gone');
  else if (!next && now.getTime() - failingSince.getTime() >= 0.9 * THREE_DAYS_MS)
    await stopEndpoint(context, tx, endpoint, 'dead');
  else if (!next) await tellGivenUp(context, tx, endpoint);
  return rest > 0 || sent.kind === 'gone' || !next ? 'stop' : 'on';
};
