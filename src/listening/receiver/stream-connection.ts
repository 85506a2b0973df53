import { type Json, noteSuccess } from '../../channels/index.ts';
import { restFor } from '../../platform/time-cap.ts';
import { type Duty, liveTargets, takeBatch } from './duty.ts';
import { pollConnection, problem, surprise } from './poll-connection.ts';

/** How much rarer the polls are while the stream flows: they only catch what it lost. */
const NET_FACTOR = 5;

/** Follows a channel's stream until it ends, with polls as the net below it. */
export const streamConnection = async (duty: Duty): Promise<void> => {
  const { channel, row, context } = duty.opened;
  if (!channel.receive.stream) return;
  const ended = new AbortController();
  const signal = AbortSignal.any([duty.signal, ended.signal]);
  const targets = await liveTargets(duty);
  let isFlowing = false;
  const onOpen = (): void => {
    isFlowing = true;
    void noteSuccess(duty.platform, duty.lease).catch(() => {});
  };
  const net = pollBelow({ ...duty, signal }, () => isFlowing);
  try {
    const result = await channel.receive.stream(
      context,
      (row.streamCursor ?? null) as Json,
      targets,
      (batch) => takeBatch(duty, batch, 'stream'),
      onOpen,
      signal,
    );
    if (!result.ok && !duty.signal.aborted) await problem(duty, result.error);
  } catch (error) {
    if (!duty.signal.aborted) await surprise(duty, error);
  } finally {
    ended.abort();
    targets.close();
    await net;
  }
  await restFor(duty.pace.restAfterStream * (0.5 + Math.random()), duty.signal);
};

const pollBelow = async (duty: Duty, isFlowing: () => boolean): Promise<void> => {
  const { channel } = duty.opened;
  if (!channel.receive.poll) return;
  let opened = duty.opened;
  while (!duty.signal.aborted) {
    try {
      await pollConnection({ ...duty, opened });
      opened = (await duty.reread()) ?? opened;
    } catch (error) {
      await surprise(duty, error).catch(() => 'problem');
    }
    const every = channel.manifest.pollEveryMs * (isFlowing() ? NET_FACTOR : 1);
    await restFor(every * (0.9 + Math.random() * 0.2), duty.signal);
  }
};
