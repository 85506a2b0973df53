import { expect, test } from 'vitest';
import { generatePlanted, generateUnequal } from '../../../bench/relations/generated-graphs.ts';
import { buildGraph, tailsOf, undirected } from '../../../src/relations/model/graph/build-graph.ts';
import type { Graph } from '../../../src/relations/model/graph/graph.ts';
import { coreNumbers } from '../../../src/relations/model/persons/core-numbers.ts';
import { mutualGraph } from '../../../src/relations/model/persons/mutual-graph.ts';
import { scorePersons } from '../../../src/relations/model/persons/score-persons.ts';
import { askPython } from './ask-python.ts';
import { randomGraph, realGraph, spelledOut } from './oracle-graphs.ts';

type Answer = {
  readonly constraint: readonly (number | null)[];
  readonly size: readonly (number | null)[];
  readonly clustering: readonly number[];
  readonly core: readonly number[];
};

type IgraphAnswer = {
  readonly constraint: readonly number[];
  readonly jaccard: readonly number[];
  readonly triangles: number;
  readonly core: readonly number[];
  readonly degree: readonly number[];
};

/** Without weights the oracle is asked without them: networkx takes another way then. */
const networkxSays = (graph: Graph, nodes: readonly number[]): Promise<Answer> =>
  askPython<Answer>(
    `import math
g = (networkx.DiGraph if given['directed'] else networkx.Graph)()
g.add_nodes_from(range(given['nodes']))
g.add_weighted_edges_from(given['ties'])
weight = 'weight' if given['weighted'] else None
plain = networkx.Graph(g)
def listed(scores, of): return [None if math.isnan(scores[node]) else scores[node] for node in of]
core = networkx.core_number(plain)
print(json.dumps({
    'constraint': listed(networkx.constraint(g, given['of'], weight=weight), given['of']),
    'size': listed(networkx.effective_size(g, given['of'], weight=weight), given['of']),
    'clustering': listed(networkx.clustering(plain, given['of']), given['of']),
    'core': [core[node] for node in range(given['nodes'])]}))`,
    { ...spelledOut(graph), of: nodes, directed: graph.directed, weighted: graph.weights !== null },
  );

const everyone = (graph: Graph): readonly number[] => Array.from({ length: graph.nodes }, (_, node) => node);

/** networkx takes minutes for those with many ties: of a large graph it is asked about some with few. */
const some = (graph: Graph): readonly number[] =>
  everyone(graph)
    .filter((node) => (graph.offsets[node + 1] as number) - (graph.offsets[node] as number) < 30)
    .filter((_, place, all) => place % Math.ceil(all.length / 60) === 0);

const withoutWeights = (graph: Graph): Graph => ({ ...graph, weights: null });

const graphs: readonly (readonly [string, () => Graph, (graph: Graph) => readonly number[]])[] = [
  ['pages about food', () => realGraph('fb_food_pages'), everyone],
  ['friends around ten people', () => realGraph('fb_ego_4k'), some],
  ['planted communities', () => buildGraph({ ...generatePlanted(1_500, 14, 3), directed: false }), some],
  ['very unequal people', () => buildGraph({ ...generateUnequal(10, 8, 4), directed: false }), some],
  ['ties with weights, people without ties', () => randomGraph(300, 1_500, false, 5), everyone],
  ['directed ties with weights', () => randomGraph(300, 1_500, true, 6), everyone],
  ['directed ties without weights', () => withoutWeights(randomGraph(300, 1_500, true, 7)), everyone],
  ['nobody tied', () => randomGraph(5, 0, false, 8), everyone],
];

test.each(graphs)('networkx says the same of persons: %s', async (_, make, chosen) => {
  const graph = make();
  const nodes = chosen(graph);
  const theirs = await networkxSays(graph, nodes);
  const ours = scorePersons(mutualGraph(graph));
  nodes.forEach((node, place) => {
    expectNear(ours.constraint[node], theirs.constraint[place], 1e-12);
    expectNear(ours.effectiveSize[node], theirs.size[place], 1e-9);
    expectNear(ours.clustering[node], theirs.clustering[place], 1e-12);
  });
  expect([...coreNumbers(undirected(graph))]).toEqual(theirs.core);
});

test.each(graphs)('igraph says the same of everybody, of ties, triangles and cores: %s', async (_, make) => {
  const graph = undirected(make());
  const ours = scorePersons(graph);
  const tails = tailsOf(graph);
  const arcs = [...tails.keys()].filter((arc) => (tails[arc] as number) < (graph.targets[arc] as number));
  const theirs = await askPython<IgraphAnswer>(
    `g = igraph.Graph(n=given['nodes'], edges=[t[:2] for t in given['ties']])
print(json.dumps({'constraint': [0 if c != c else c for c in g.constraint(weights=[t[2] for t in given['ties']])] if g.ecount() else [],
    'jaccard': g.similarity_jaccard(pairs=g.get_edgelist()) if g.ecount() else [],
    'triangles': len(g.list_triangles()), 'core': g.coreness(), 'degree': g.degree()}))`,
    spelledOut(graph),
  );
  theirs.constraint.forEach((value, node) => {
    if (theirs.degree[node] !== 0) expectNear(ours.constraint[node], value, 1e-12);
  });
  expect(ours.triangles).toBe(theirs.triangles);
  expect([...ours.degree]).toEqual(theirs.degree);
  expect([...coreNumbers(graph)]).toEqual(theirs.core);
  arcs.forEach((arc, place) => {
    // Jaccard counts the two themselves among all around them, overlap does not.
    const [one, other] = [theirs.degree[tails[arc] as number], theirs.degree[graph.targets[arc] as number]];
    const [all, jaccard] = [(one as number) + (other as number), theirs.jaccard[place] as number];
    const common = (jaccard * all) / (1 + jaccard);
    const around = all - 2 - common;
    expectNear(ours.overlap[arc], around === 0 ? 0 : common / around, 1e-6);
  });
});

const expectNear = (ours: number | undefined, theirs: number | null | undefined, most: number): void => {
  if (theirs === null || theirs === undefined) expect(ours).toBeNaN();
  else expect(Math.abs((ours as number) - theirs)).toBeLessThan(most * Math.max(1, Math.abs(theirs)));
};
