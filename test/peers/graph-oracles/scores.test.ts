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
  readonly clustering: readonly number[];
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
    .filter((node) => (graph.offsets[node + 1] as number) - (graph.offsets[node] as number) < 15)
    .filter((_, place, all) => place % Math.ceil(all.length / 25) === 0);

const withoutWeights = (graph: Graph): Graph => ({ ...graph, weights: null });

const graphs: readonly (readonly [string, () => Graph, (graph: Graph) => readonly number[]])[] = [
  ['pages about food', () => realGraph('fb_food_pages'), some],
  ['planted communities', () => buildGraph({ ...generatePlanted(1_500, 14, 3), directed: false }), some],
  ['very unequal people', () => buildGraph({ ...generateUnequal(10, 8, 4), directed: false }), some],
  ['ties with weights, people without ties', () => randomGraph(300, 1_500, false, 5), some],
  ['directed ties with weights', () => randomGraph(300, 1_500, true, 6), some],
  ['directed ties without weights', () => withoutWeights(randomGraph(300, 1_500, true, 7)), some],
  ['nobody tied', () => randomGraph(5, 0, false, 8), everyone],
];

test.each(graphs)('networkx says the same of persons: %s', async (_, make, chosen) => {
  const graph = make();
  const nodes = chosen(graph);
  const theirs = await networkxSays(graph, nodes);
  const ours = scorePersons(mutualGraph(graph));
  nodes.forEach((node, place) => {
    // In a directed graph networkx has no answer for those from whom nothing goes out.
    if (theirs.constraint[place] === null && graph.directed) return;
    expectNear(ours.constraint[node], theirs.constraint[place], 1e-12);
    expectNear(ours.effectiveSize[node], theirs.size[place], 1e-9);
    expectNear(ours.clustering[node], theirs.clustering[place], 1e-12);
  });
  expect([...coreNumbers(undirected(graph))]).toEqual(theirs.core);
});

const friends = ['friends around ten people', () => realGraph('fb_ego_4k'), some] as const;

/** igraph is quick enough for everybody in a larger one, too. */
test.each([...graphs, friends])(
  'igraph says the same of everybody, of ties, triangles and cores: %s',
  async (_, make) => {
    const graph = undirected(make());
    const ours = scorePersons(graph);
    const tails = tailsOf(graph);
    const arcs = [...tails.keys()].filter((arc) => (tails[arc] as number) < (graph.targets[arc] as number));
    const theirs = await askPython<IgraphAnswer>(
      `g = igraph.Graph(n=given['nodes'], edges=[t[:2] for t in given['ties']])
print(json.dumps({'constraint': [0 if c != c else c for c in g.constraint(weights=[t[2] for t in given['ties']])] if g.ecount() else [],
    'jaccard': g.similarity_jaccard(pairs=g.get_edgelist(), loops=False) if g.ecount() else [],
    'clustering': g.transitivity_local_undirected(mode='zero'), 'core': g.coreness(), 'degree': g.degree()}))`,
      spelledOut(graph),
    );
    theirs.constraint.forEach((value, node) => {
      if (theirs.degree[node] !== 0) expectNear(ours.constraint[node], value, 1e-12);
    });
    const corners = theirs.clustering.map((share, node) => {
      expectNear(ours.clustering[node], share, 1e-12);
      const ties = theirs.degree[node] as number;
      return (share * ties * (ties - 1)) / 2;
    });
    expect(ours.triangles).toBe(Math.round(corners.reduce((sum, one) => sum + one, 0) / 3));
    expect([...ours.degree]).toEqual(theirs.degree);
    expect([...coreNumbers(graph)]).toEqual(theirs.core);
    arcs.forEach((arc, place) => {
      // Jaccard counts each of the two among those around the other, overlap does not.
      const [one, other] = [theirs.degree[tails[arc] as number], theirs.degree[graph.targets[arc] as number]];
      const [all, jaccard] = [(one as number) + (other as number), theirs.jaccard[place] as number];
      const common = (jaccard * all) / (1 + jaccard);
      const around = all - 2 - common;
      expectNear(ours.overlap[arc], around === 0 ? 0 : common / around, 1e-6);
    });
  },
);

const expectNear = (ours: number | undefined, theirs: number | null | undefined, most: number): void => {
  if (theirs === null || theirs === undefined) expect(ours).toBeNaN();
  else expect(Math.abs((ours as number) - theirs)).toBeLessThan(most * Math.max(1, Math.abs(theirs)));
};
