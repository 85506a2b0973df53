import { type ChannelProblem, type Json, noteProblem } from '../../channels/index.ts';
import { withTimeCap } from '../../platform/time-cap.ts';
import { isOfDatabase } from '../actions/database-fault.ts';
import { LeaseLost } from '../actions/ingest-input.ts';
import { type Duty, liveTargets, takeBatch } from './duty.ts';

/** Rounds of "more" before others have their turn. */
const MOST_ROUNDS = 50;

/** Asks a channel for news until it has no more. A problem is written down for the screen; it never throws for the channel's sake. */
export const pollConnection = (duty: Duty): Promise<'ok' | 'problem'> =>
  // What a poll brought is in memory until it is stored.
  duty.platform.http.keeping(() => pollRounds(duty));

const pollRounds = async (duty: Duty): Promise<'ok' | 'problem'> => {
  const { channel, row } = duty.opened;
  if (!channel.receive.poll) return 'ok';
  const targets = await liveTargets(duty);
  let cursor = (row.cursor ?? null) as Json;
  try {
    for (let round = 0; round < MOST_ROUNDS && !duty.signal.aborted; round += 1) {
      const polled = await withTimeCap(
        channel.receive.poll(duty.opened.context, cursor, targets),
        duty.pace.pollCap,
      );
      if (polled === 'too-late')
        return await problem(duty, { kind: 'timeout', detail: 'the channel took too long' });
      if (!polled.ok) return await problem(duty, polled.error);
      await takeBatch(duty, polled.value, 'poll');
      count(duty, polled.value.items.length > 0 ? 'ok' : 'empty');
      cursor = polled.value.cursor;
      if (!polled.value.more) break;
    }
    return 'ok';
  } catch (error) {
    return await surprise(duty, error);
  } finally {
    targets.close();
  }
};

/** Notes what stood in the way, unless the connection is no longer ours to speak of. */
export const problem = async (duty: Duty, what: ChannelProblem): Promise<'problem'> => {
  count(duty, what.kind);
  if (duty.signal.aborted) return 'problem';
  const { workspaceId, connectionId } = duty.lease;
  await noteProblem(duty.platform, workspaceId, connectionId, what);
  return 'problem';
};

/** A throw is a bug of the channel or the database away: both are logged, only the first is the channel's problem. */
export const surprise = async (duty: Duty, error: unknown): Promise<'problem'> => {
  if (error instanceof LeaseLost) return 'problem';
  const { connectionId } = duty.lease;
  const facts = { connectionId, channel: duty.opened.channel.manifest.id, error: nameOf(error) };
  duty.platform.log.error(facts, 'receiving met an error');
  if (isOfDatabase(error)) return 'problem';
  return await problem(duty, {
    kind: 'bad-response',
    detail: 'the answer of the channel could not be handled',
  });
};

/** The message of an error may quote what was received: its name and code do not. */
const nameOf = (error: unknown): string =>
  error instanceof Error
    ? [error.name, (error.cause as { code?: string } | undefined)?.code].join(' ').trim()
    : 'unknown';

const count = (duty: Duty, outcome: string): void =>
  duty.platform.metrics.channelPolls.inc({ channel: duty.opened.channel.manifest.id, outcome });
