export type { WorkOptions } from './run-at-entry.ts';
export { runInWorker } from './run-in-worker.ts';
export { type GraphScores, type ScoreOptions, scoreGraph } from './score-graph.ts';
export type { Progress, Report, WorkFailure } from './task.ts';
