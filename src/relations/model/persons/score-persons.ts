import type { Graph } from '../graph/graph.ts';
import { orient } from './oriented.ts';
import { type PersonScores, scoresFrom } from './person-scores.ts';
import { emptySums, sumTriangles } from './triangle-sums.ts';

/**
 * Overlap of every tie, constraint, effective size and clustering of every node in one pass over the triangles of an
 * undirected graph (of a directed one: its `mutualGraph`). Besides the graph it takes 24 bytes a tie and 60 a node.
 */
export const scorePersons = (graph: Graph): PersonScores => {
  const oriented = orient(graph);
  const sums = emptySums(oriented);
  sumTriangles(oriented, sums, 0, oriented.nodes);
  return scoresFrom(graph, oriented, sums);
};
