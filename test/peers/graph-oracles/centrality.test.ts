import { expect, test } from 'vitest';
import { generateUnequal } from '../../../bench/relations/generated-graphs.ts';
import { buildGraph } from '../../../src/relations/model/graph/build-graph.ts';
import type { Graph } from '../../../src/relations/model/graph/graph.ts';
import { sampledBetweenness } from '../../../src/relations/model/persons/betweenness.ts';
import { pageRank } from '../../../src/relations/model/persons/page-rank.ts';
import { askPython } from './ask-python.ts';
import { randomGraph, realGraph, spelledOut } from './oracle-graphs.ts';

const asNetworkx = `
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python
w = networkx.DiGraph() if given['directed'] else networkx.Graph()
w.add_nodes_from(range(given['nodes']))
w.add_weighted_edges_from(given['ties'])
def inorder(values): return [values[node] for node in range(given['nodes'])]
`;

const graphs: readonly (readonly [string, Graph])[] = [
  ['who answers whom, with weights and people who answer nobody', randomGraph(500, 1_500, true, 1)],
  ['ties with weights', randomGraph(400, 1_200, false, 2)],
  ['pages about food', realGraph('fb_food_pages')],
];
const given = (graph: Graph) => ({ ...spelledOut(graph), directed: graph.directed });

const apart = (ours: Float64Array, theirs: readonly number[]): number =>
  Math.max(...theirs.map((value, node) => Math.abs(value - (ours[node] as number))));

test.each(graphs)('PageRank is that of networkx and of igraph: %s', async (_, graph) => {
  const theirs = await askPython<{ networkx: number[]; igraph: number[] }>(
    `${asNetworkx}
g = igraph.Graph(n=given['nodes'], edges=[t[:2] for t in given['ties']], directed=given['directed'])
print(json.dumps({'networkx': inorder(_pagerank_python(w, tol=1e-15, max_iter=5000)),
    'igraph': g.pagerank(weights=[t[2] for t in given['ties']])}))`,
    given(graph),
  );
  const ours = pageRank(graph);
  expect(apart(ours, theirs.networkx)).toBeLessThan(1e-9);
  expect(apart(ours, theirs.igraph)).toBeLessThan(1e-9);
});

test.each(graphs)('betweenness from all pivots is that of networkx: %s', async (_, graph) => {
  const theirs = await askPython<number[]>(
    `${asNetworkx}print(json.dumps(inorder(networkx.betweenness_centrality(w))))`,
    given(graph),
  );
  const { value, error } = sampledBetweenness(graph, { seed: 1, pivots: 1_000 });
  expect(apart(value, theirs)).toBeLessThan(1e-9);
  expect(Math.max(...error)).toBe(0);
});

test('from some pivots the error told is the error made: of the great ones nine in ten and more lie within three of it', async () => {
  const graph = buildGraph({ ...generateUnequal(11, 8, 5), directed: false });
  const { ties, nodes } = spelledOut(graph);
  const theirs = await askPython<number[]>(
    `g = igraph.Graph(n=given['nodes'], edges=[t[:2] for t in given['ties']])
print(json.dumps(g.betweenness()))`,
    { nodes, ties },
  );
  const pairs = ((nodes - 1) * (nodes - 2)) / 2;
  const { value, error, pivots } = sampledBetweenness(graph, { seed: 4 });
  expect(pivots).toBe(512);
  const off = theirs.map((sum, node) => Math.abs(sum / pairs - (value[node] as number)));
  // The great ones, which alone are ever shown; and in proportion (GRAPH: about .35 * sqrt(100 / pivots)).
  const great = [...theirs.keys()]
    .sort((a, b) => (theirs[b] as number) - (theirs[a] as number))
    .slice(0, 100);
  const within = great.filter((node) => (off[node] as number) <= 3 * (error[node] as number));
  expect(within.length).toBeGreaterThan(90);
  for (const node of great.slice(0, 20))
    expect((off[node] as number) / ((theirs[node] as number) / pairs)).toBeLessThan(0.5);
});
