import { z } from 'zod';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { THREE_DAYS_MS } from '../model/schedule.ts';
import { claimEndpoint, type Endpoint, lockEndpoint, updateEndpoint } from '../store/endpoints.ts';
import { giveUpOlder, nextDue, nextDueAt } from '../store/messages.ts';
import { composeMessage } from './compose-message.ts';
import type { Context } from './context.ts';
import { askForDelivery, lanes } from './lanes.ts';
import { sendMessage } from './send-message.ts';
import { settleAttempt } from './settle-attempt.ts';
import { tellGivenUp } from './stop-endpoint.ts';

/** An address is held this long at a time: a process that dies gives it back by itself. Longer than an attempt may last. */
const HOLD_MS = 60_000;
/** A turn ends after so long or so many: then others have theirs. */
const TURN_MS = 10_000;
const TURN_MESSAGES = 50;

const DataSchema = z.object({ workspaceId: z.uuid(), endpointId: z.uuid() });

/** One worker for each address at a time; the slow among themselves, so that they take no turns from the quick. */
export const deliverJobs = (context: Context): readonly JobDefinition[] =>
  (
    [
      [lanes.quick, 4],
      [lanes.slow, 3],
    ] as const
  ).map(([name, concurrency]) => ({
    name,
    concurrency,
    handle: async (data) => {
      const { workspaceId, endpointId } = DataSchema.parse(data);
      await takeTurn(context, workspaceId, endpointId);
    },
  }));

/**
 * Sends what is due to one address, in order, for a turn. Each attempt is written down before the next; a process that dies in between
 * sends it once more, which the receiver knows by its id.
 */
export const takeTurn = async (
  context: Context,
  workspaceId: WorkspaceId,
  endpointId: string,
): Promise<void> => {
  const { database, clock } = context;
  const by = newId();
  const hold = () => ({ by, now: clock.now(), until: new Date(clock.now().getTime() + HOLD_MS) });
  const claimed = await database.inWorkspace(workspaceId, async (tx) => {
    const endpoint = await claimEndpoint(tx, workspaceId, endpointId, hold());
    if (endpoint) await giveUp(context, tx, endpoint);
    return endpoint;
  });
  if (!claimed) return;
  const endsAt = clock.now().getTime() + TURN_MS;
  let sent = 0;
  try {
    while (sent < TURN_MESSAGES && clock.now().getTime() < endsAt) {
      const goesOn = await sendNext(context, claimed, by);
      if (goesOn === 'nothing') break;
      sent += 1;
      if (goesOn === 'stop') break;
    }
  } finally {
    await database.inWorkspace(workspaceId, (tx) => letGo(context, tx, claimed, { by, hasSent: sent > 0 }));
  }
};

/** 'stop' when the address is to be left alone for now, or is no longer ours. */
const sendNext = async (
  context: Context,
  { workspaceId, id }: Endpoint,
  by: string,
): Promise<'on' | 'stop' | 'nothing'> => {
  const { database, clock } = context;
  const next = await database.inWorkspace(workspaceId, async (tx) => {
    const endpoint = await lockEndpoint(tx, workspaceId, id);
    if (endpoint?.state !== 'active' || endpoint.busyBy !== by) return 'stop';
    const message = await nextDue(tx, workspaceId, id, clock.now());
    if (!message) return 'nothing';
    await updateEndpoint(tx, workspaceId, id, { busyUntil: new Date(clock.now().getTime() + HOLD_MS) });
    return { endpoint, message, body: await composeMessage(context, tx, endpoint, message) };
  });
  if (next === 'stop' || next === 'nothing') return next;
  const sent = await sendMessage(context, next.endpoint, next.message, next.body);
  return database.inWorkspace(workspaceId, (tx) => settleAttempt(context, tx, next.message, sent));
};

/** Frees the address and has a worker come again for what is due, or will be: whoever looks at the row meanwhile waits for this. */
const letGo = async (
  context: Context,
  tx: Transaction,
  { workspaceId, id }: Endpoint,
  { by, hasSent }: { readonly by: string; readonly hasSent: boolean },
): Promise<void> => {
  const endpoint = await lockEndpoint(tx, workspaceId, id);
  if (endpoint?.busyBy !== by) return;
  await updateEndpoint(tx, workspaceId, id, { busyBy: null, busyUntil: null });
  const dueAt = endpoint.state === 'active' ? await nextDueAt(tx, workspaceId, id) : null;
  const now = context.clock.now();
  if (dueAt && (hasSent || dueAt <= now)) {
    const at = endpoint.restingUntil && endpoint.restingUntil > dueAt ? endpoint.restingUntil : dueAt;
    await askForDelivery(context, tx, endpoint, at > now ? at : undefined);
  }
  if (hasSent) await appendLive(tx, workspaceId, [{ kind: 'webhook.changed', payload: { endpointId: id } }]);
};

/** What has been tried for three days is given up, even when the address rested so much that not all attempts were made. */
const giveUp = async (context: Context, tx: Transaction, endpoint: Endpoint): Promise<void> => {
  const now = context.clock.now();
  const before = new Date(now.getTime() - THREE_DAYS_MS);
  const count = await giveUpOlder(tx, endpoint.workspaceId, endpoint.id, { before, now });
  if (count > 0) await tellGivenUp(context, tx, endpoint);
};
