import { FetchRefusal } from './problem.ts';

export interface Deadline {
  readonly signal: AbortSignal;
  /** Stops the timer; to be called when the body is read or given up. */
  clear(): void;
}

/** One signal for the whole of a request: aborted by the caller, or by the total time allowed. */
export const startDeadline = (totalMs: number, caller: AbortSignal | null | undefined): Deadline => {
  const controller = new AbortController();
  const onAbort = () => controller.abort(new FetchRefusal({ kind: 'aborted' }, { cause: caller?.reason }));
  const timer = setTimeout(
    () => controller.abort(new FetchRefusal({ kind: 'timeout', stage: 'total' })),
    totalMs,
  );
  timer.unref();
  if (caller?.aborted) onAbort();
  else caller?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
};
