import { expect, test } from 'vitest';
import { generatePlanted } from '../../../bench/relations/generated-graphs.ts';
import {
  findCommunities,
  modularityOf,
  normalizedMutualInformation,
} from '../../../src/relations/model/communities/index.ts';
import { buildGraph } from '../../../src/relations/model/graph/build-graph.ts';
import type { Graph } from '../../../src/relations/model/graph/graph.ts';
import { askPython } from './ask-python.ts';
import { randomGraph, realGraph, spelledOut } from './oracle-graphs.ts';

const withIgraph = `
import random, statistics
g = igraph.Graph(n=given['nodes'], edges=[t[:2] for t in given['ties']])
g.es['weight'] = [t[2] for t in given['ties']]
def leiden(seed):
    random.seed(seed)
    igraph.set_random_number_generator(random)
    return g.community_leiden(objective_function='modularity', weights='weight', n_iterations=2)
`;

const planted = generatePlanted(6_000, 40, 2);
const graphs: readonly (readonly [string, () => Graph])[] = [
  ['pages about food', () => realGraph('fb_food_pages')],
  ['friends around ten people', () => realGraph('fb_ego_4k')],
  ['planted communities', () => buildGraph({ ...planted, directed: false })],
  ['ties at random with weights and people without ties', () => randomGraph(900, 4_000, false, 8)],
];

test.each(graphs)('modularity is what igraph and networkx say of the same labels: %s', async (_, make) => {
  const graph = make();
  const { labels, modularity } = findCommunities(graph, { seed: 6 });
  const theirs = await askPython<{ igraph: number; networkx: number }>(
    `${withIgraph}
w = networkx.Graph()
w.add_nodes_from(range(given['nodes']))
w.add_weighted_edges_from(given['ties'])
groups = {}
for node, label in enumerate(given['labels']): groups.setdefault(label, set()).add(node)
print(json.dumps({'igraph': g.modularity(given['labels'], weights='weight'),
    'networkx': networkx.algorithms.community.modularity(w, groups.values())}))`,
    { ...spelledOut(graph), labels: [...labels] },
  );
  expect(modularity).toBeCloseTo(theirs.igraph, 12);
  expect(modularity).toBeCloseTo(theirs.networkx, 12);
  expect(modularityOf(graph, labels)).toBe(modularity);
});

test.each(graphs)('communities are as good as those of igraph’s Leiden, within .003: %s', async (_, make) => {
  const graph = make();
  const theirs = await askPython<number>(
    `${withIgraph}
print(json.dumps(statistics.median(leiden(seed).modularity for seed in range(5))))`,
    spelledOut(graph),
  );
  for (const seed of [1, 2, 3])
    expect(findCommunities(graph, { seed }).modularity).toBeGreaterThan(theirs - 0.003);
});

test('planted communities are found as igraph finds them, and agreement is measured as igraph measures it', async () => {
  const graph = buildGraph({ ...planted, directed: false });
  const { labels } = findCommunities(graph, { seed: 1 });
  const theirs = await askPython<{ ofOurs: number; ofTheirs: number }>(
    `${withIgraph}
print(json.dumps({'ofOurs': igraph.compare_communities(given['truth'], given['labels'], method='nmi'),
    'ofTheirs': igraph.compare_communities(given['truth'], leiden(1).membership, method='nmi')}))`,
    { ...spelledOut(graph), labels: [...labels], truth: [...planted.truth] },
  );
  const ours = normalizedMutualInformation(planted.truth, labels);
  expect(ours).toBeCloseTo(theirs.ofOurs, 10);
  expect(ours).toBeGreaterThan(0.98);
  expect(ours).toBeGreaterThan(theirs.ofTheirs - 0.005);
});
