import { type Work, workAt, workerEntry } from '../../platform/work/work-at.ts';
import type { OurTasks } from './tasks.ts';

/**
 * Does a task of `tasks.ts` in a worker thread. Graphs in SharedArrayBuffers are read where they are, everything else
 * of the input is copied; the arrays of the output are handed over. Cancelled by its signal at once; a thread killed in
 * the middle is begun once more, and then that is the answer. Exceptions are bugs of the task.
 */
export const runInWorker: Work<OurTasks> = workAt<OurTasks>(
  workerEntry(import.meta.url, './worker-entry.ts', './relations-worker.mjs'),
);
