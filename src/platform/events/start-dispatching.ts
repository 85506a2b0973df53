import type { Platform } from '../platform.ts';
import { OUTBOX_SIGNAL } from './append-events.ts';
import { dispatchEvents } from './dispatcher.ts';
import type { Subscription } from './events.ts';

/** A signal can be lost and a failed event becomes due by time alone: look again at least this often. */
const LOOK_AGAIN_MS = 2_000;

/** Hands events over as they come, until stopped. `stop` resolves when the batch under way has ended. */
export const startDispatching = async (
  platform: Pick<Platform, 'database' | 'signals' | 'log' | 'metrics'>,
  subscriptions: readonly Subscription[],
): Promise<{ stop(): Promise<void>; settled(): Promise<void> }> => {
  let stopped = false;
  let wanted = false;
  let running: Promise<void> | undefined;

  const tellOldest = (waitingSince: Date | undefined): void =>
    platform.metrics.outboxLagSeconds.set(waitingSince ? (Date.now() - waitingSince.getTime()) / 1000 : 0);

  const run = async (): Promise<void> => {
    while (wanted && !stopped) {
      wanted = false;
      await dispatchEvents(platform.database, subscriptions, platform.log, tellOldest).catch(
        (error: unknown) =>
          platform.log.warn({ error: String(error) }, 'events wait: the database did not answer'),
      );
    }
    running = undefined;
  };
  const wake = (): void => {
    wanted = true;
    if (!stopped) running ??= run();
  };

  const off = await platform.signals.on(OUTBOX_SIGNAL, wake);
  const timer = setInterval(wake, LOOK_AGAIN_MS);
  wake();
  return {
    settled: async () => {
      wake();
      while (running) await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      off();
      await running;
    },
  };
};
