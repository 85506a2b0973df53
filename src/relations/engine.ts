/**
 * The door to the pure engine, for the command line and the benches: behind `index.ts` stands the whole server, which takes
 * seconds to read.
 */

export { createEdgeReader, type EdgeList } from './model/graph/edge-list.ts';
export type { Graph } from './model/graph/graph.ts';
export * from './model/selection/index.ts';
export { type ContactLog, contactLog } from './model/ties/contact-log.ts';
export { fitHalfLife, type HalfLifeProblem, type HalfLifeTrial } from './model/ties/half-life.ts';
