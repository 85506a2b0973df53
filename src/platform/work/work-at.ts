import type { Result } from '../result.ts';
import { runAtEntry, type WorkOptions } from './run-at-entry.ts';
import type { InputOf, OutputOf, Tasks, WorkFailure } from './task.ts';

/** Does a task of one room's list in a thread of its own: see `runAtEntry`. */
export type Work<OurTasks extends Tasks> = <Name extends keyof OurTasks & string>(
  task: Name,
  input: InputOf<OurTasks[Name]>,
  options?: WorkOptions,
) => Promise<Result<OutputOf<OurTasks[Name]>, WorkFailure>>;

/** The tasks that the file `entry` serves, with their types. */
export const workAt =
  <OurTasks extends Tasks>(entry: URL): Work<OurTasks> =>
  (task, input, options) =>
    runAtEntry(entry, task, input, options) as ReturnType<Work<OurTasks>>;

/** The file that a room's workers begin with: `source` beside `from`; in a bundle (scripts/bundle-server.mjs) it lies beside all others, `bundled`. */
export const workerEntry = (from: string, source: string, bundled: string): URL =>
  new URL(from.endsWith('.ts') ? source : bundled, from);
