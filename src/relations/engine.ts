/**
 * The door to the pure engine, for the command line and the benches: behind `index.ts` stands the whole server, which takes
 * seconds to read.
 */

export { type Communities, findCommunities } from './model/communities/index.ts';
export { buildGraph, undirected } from './model/graph/build-graph.ts';
export { createEdgeReader, type EdgeList } from './model/graph/edge-list.ts';
export { type Graph, tiesOf } from './model/graph/graph.ts';
export { coreNumbers } from './model/persons/core-numbers.ts';
export { mutualGraph } from './model/persons/mutual-graph.ts';
export type { PersonScores } from './model/persons/person-scores.ts';
export * from './model/selection/index.ts';
export { type ContactLog, contactLog } from './model/ties/contact-log.ts';
export { fitHalfLife, type HalfLifeProblem, type HalfLifeTrial } from './model/ties/half-life.ts';
export { scorePersonsInTwo } from './work/score-persons-in-two.ts';
