import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../result.ts';
import type { Progress, WorkerMessage, WorkFailure } from './task.ts';

export type WorkOptions = {
  /** Aborted: the thread is ended at once. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Of JavaScript heap, megabytes; typed arrays lie outside it. 512 when not given. */
  readonly heapMb?: number;
};

/** A thread that was killed is begun once more. */
const attempts = 2;
const usualHeapMb = 512;

/**
 * Does one task in a thread of its own, begun from the file `entry`. A killed thread is begun a second time; killed again,
 * that is the answer. An exception in the task is a bug and is thrown here.
 */
export const runAtEntry = async (
  entry: URL,
  task: string,
  input: unknown,
  options: WorkOptions = {},
): Promise<Result<unknown, WorkFailure>> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (options.signal?.aborted) return err({ kind: 'cancelled' });
    const result = await attemptOnce(entry, task, input, options);
    if (result !== 'killed') return result;
  }
  return err({ kind: 'killed', attempts });
};

const attemptOnce = (
  entry: URL,
  task: string,
  input: unknown,
  { signal, onProgress, heapMb = usualHeapMb }: WorkOptions,
): Promise<Result<unknown, WorkFailure> | 'killed'> => {
  const worker = new Worker(entry, {
    workerData: { task, input },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // Nothing of what the house was started with concerns a calculation.
    env: {},
    name: task,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Result<unknown, WorkFailure> | 'killed'>();
  let isOnline = false;
  worker.once('online', () => {
    isOnline = true;
    if (signal?.aborted) void worker.terminate();
  });
  const cancel = () => {
    resolve(err({ kind: 'cancelled' }));
    // A thread that is ended while Node still sets it up can take the whole process with it (SIGTRAP, seen on 24).
    if (isOnline) void worker.terminate();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'done') resolve(ok(message.output));
    else if (!signal?.aborted) onProgress?.(message.progress);
  });
  worker.on('error', (error: unknown) =>
    isOutOfMemory(error) ? resolve(err({ kind: 'out-of-memory', megabytes: heapMb })) : reject(error),
  );
  // After its messages and errors; when there was none of them, it was ended from outside.
  worker.on('exit', () => resolve('killed'));
  return promise.finally(() => signal?.removeEventListener('abort', cancel));
};

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') ||
    (error instanceof RangeError && error.message.includes('allocation failed')));
