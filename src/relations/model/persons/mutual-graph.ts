import { buildGraph, tailsOf } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';

/**
 * The undirected graph on which a directed one is scored, as networkx does: a tie weighs what goes both ways together,
 * so that without weights one that is returned weighs 2. An undirected graph is its own.
 */
export const mutualGraph = (graph: Graph, shared = false): Graph => {
  if (!graph.directed) return graph;
  const { nodes, targets } = graph;
  const weight = graph.weights ?? new Float64Array(targets.length).fill(1);
  return buildGraph({ nodes, from: tailsOf(graph), to: targets, weight, directed: false, shared });
};
