import { type Work, workAt, workerEntry } from '../../platform/work/work-at.ts';
import type { OurTasks } from './tasks.ts';

/** Does a task of `tasks.ts` in a thread of its own: see `runAtEntry`. */
export const runInWorker: Work<OurTasks> = workAt<OurTasks>(
  workerEntry(import.meta.url, './worker-entry.ts', './understanding-worker.mjs'),
);
