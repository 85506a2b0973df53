import type { Log } from './log.ts';
import { withTimeCap } from './time-cap.ts';

/** What has to let go before the next one may. */
export type Closing = { readonly name: string; close(): Promise<unknown> };

/** Longer than any part needs by its own design: whoever is still there afterwards has hung. */
const PATIENCE_MS = 15_000;

/**
 * Closes one after another. A part that fails or does not come to an end within `patience` (milliseconds) is named in
 * the log and left behind: an end that never comes would be answered with `kill -9`, which lets go of nothing in good order.
 */
export const closeInOrder = async (
  closings: readonly Closing[],
  log: Pick<Log, 'warn'>,
  patience = PATIENCE_MS,
): Promise<void> => {
  for (const { name, close } of closings) {
    const problem = await endOf(close, patience);
    if (problem) log.warn({ part: name, problem }, 'a part did not close in good order');
  }
};

const endOf = async (close: () => Promise<unknown>, patience: number): Promise<string | undefined> => {
  const ended = close().then(
    () => undefined,
    (error: unknown) => String(error),
  );
  const end = await withTimeCap(ended, patience);
  return end === 'too-late' ? `no end after ${patience} ms` : end;
};
