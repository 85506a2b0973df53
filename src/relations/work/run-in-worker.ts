import type { Result } from '../../platform/result.ts';
import { runAtEntry, type WorkOptions } from './run-at-entry.ts';
import type { InputOf, OutputOf, WorkFailure } from './task.ts';
import type { OurTasks } from './tasks.ts';

/**
 * Does a task of `tasks.ts` in a worker thread. Graphs in SharedArrayBuffers are read where they are, everything else
 * of the input is copied; the arrays of the output are handed over. Cancelled by its signal at once; a thread killed in
 * the middle is begun once more, and then that is the answer. Exceptions are bugs of the task.
 */
export const runInWorker = <Name extends keyof OurTasks>(
  task: Name,
  input: InputOf<OurTasks[Name]>,
  options: WorkOptions = {},
): Promise<Result<OutputOf<OurTasks[Name]>, WorkFailure>> =>
  runAtEntry(entry(), task, input, options) as Promise<Result<OutputOf<OurTasks[Name]>, WorkFailure>>;

/** In a bundle (scripts/bundle-server.mjs) the worker's file lies beside all others, under a name of its own. */
const entry = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './worker-entry.ts' : './relations-worker.mjs', import.meta.url);
