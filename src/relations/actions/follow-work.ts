import { setTimeout as pause } from 'node:timers/promises';
import type { WorkOptions } from '../work/index.ts';

/** Milliseconds. */
const LOOK_EVERY = 1_000;

/**
 * Waits for work in a thread and tells every second how far it is, 0 to 1. When telling throws, because nobody wants it any more,
 * the thread is ended and that is thrown on.
 */
export const followWork = async <Outcome>(
  work: (options: WorkOptions) => Promise<Outcome>,
  tell: (done: number) => Promise<void>,
): Promise<Outcome> => {
  const stop = new AbortController();
  let done = 0;
  const working = work({
    signal: stop.signal,
    onProgress: (progress) => {
      done = progress.done;
    },
  });
  const isOver = working.then(() => true);
  while (!(await Promise.race([isOver, pause(LOOK_EVERY, false, { ref: false })]))) {
    try {
      await tell(done);
    } catch (error) {
      stop.abort();
      await working.catch(() => undefined);
      throw error;
    }
  }
  return working;
};
