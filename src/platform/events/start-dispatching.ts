import type { Database } from '../db/database.ts';
import type { Signals } from '../db/signals.ts';
import type { Log } from '../log.ts';
import { OUTBOX_SIGNAL } from './append-events.ts';
import { dispatchEvents } from './dispatcher.ts';
import type { Subscription } from './events.ts';

/** A signal can be lost and a failed event becomes due by time alone: look again at least this often. */
const LOOK_AGAIN_MS = 2_000;

/** Hands events over as they come, until stopped. `stop` resolves when the batch under way has ended. */
export const startDispatching = async (
  platform: { readonly database: Database; readonly signals: Signals; readonly log: Log },
  subscriptions: readonly Subscription[],
): Promise<{ stop(): Promise<void>; settled(): Promise<void> }> => {
  let stopped = false;
  let wanted = false;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (wanted && !stopped) {
      wanted = false;
      await dispatchEvents(platform.database, subscriptions, platform.log).catch((error: unknown) =>
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
