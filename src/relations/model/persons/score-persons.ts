import type { Graph } from '../graph/graph.ts';
import { orient } from './oriented.ts';
import { type PersonScores, scoresFrom } from './person-scores.ts';
import { triangleSums } from './triangle-sums.ts';

/**
 * Overlap of every tie, constraint, effective size and clustering of every node in one pass over the triangles of an
 * undirected graph (of a directed one: its `mutualGraph`). Besides the graph it takes 24 bytes a tie and 60 a node.
 */
export const scorePersons = (graph: Graph): PersonScores => {
  const oriented = orient(graph);
  return scoresFrom(graph, oriented, triangleSums(oriented, 0, oriented.nodes));
};
