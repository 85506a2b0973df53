export type { WorkOptions } from '../../platform/work/run-at-entry.ts';
export type { Progress, Report, WorkFailure } from '../../platform/work/task.ts';
export { runInWorker } from './run-in-worker.ts';
export { type GraphScores, type ScoreOptions, scoreGraph } from './score-graph.ts';
