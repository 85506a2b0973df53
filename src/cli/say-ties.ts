import { type Communities, type Graph, type PersonScores, tiesOf } from '../relations/engine.ts';

/** A web of ties and what was found in it. `mutual` is the graph that was scored: `graph` itself unless it is directed. */
export type ReadWeb = {
  readonly ids: readonly string[];
  readonly graph: Graph;
  readonly mutual: Graph;
  readonly scores: PersonScores;
  readonly core: Uint32Array;
  readonly communities: Communities;
  readonly seconds: { readonly load: number; readonly scores: number; readonly communities: number };
};

/** Ties of a directed web are its arcs, each with the overlap of the tie it is part of; means leave out who has no ties. */
export const summaryOf = (web: ReadWeb) => ({
  nodes: web.graph.nodes,
  ties: tiesOf(web.graph),
  triangles: web.scores.triangles,
  mean_constraint: numberOrNull(mean(web.scores.constraint)),
  mean_overlap: numberOrNull(meanOverlap(web)),
  modularity: web.communities.modularity,
  communities: web.communities.count,
  seconds: {
    load: rounded(web.seconds.load, 1_000),
    scores: rounded(web.seconds.scores, 1_000),
    communities: rounded(web.seconds.communities, 1_000),
  },
  peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1_024),
});

/** Everything as JSON, in pieces: of a large web the whole would be no string that fits. */
export function* tiesJson(web: ReadWeb): Generator<string> {
  yield `{"summary":${JSON.stringify(summaryOf(web))},\n"nodes":[`;
  yield* gathered(nodeLines(web));
  yield '],\n"ties":[';
  yield* gathered(tieLines(web));
  yield ']}\n';
}

function* nodeLines({ ids, scores, core, communities }: ReadWeb): Generator<string> {
  for (const [node, id] of ids.entries())
    yield JSON.stringify({
      id,
      degree: scores.degree[node],
      constraint: numberOrNull(scores.constraint[node] as number),
      effective_size: numberOrNull(scores.effectiveSize[node] as number),
      clustering: scores.clustering[node],
      core: core[node],
      community: communities.labels[node],
    });
}

function* tieLines(web: ReadWeb): Generator<string> {
  const names = web.ids.map((id) => JSON.stringify(id));
  for (const [from, to, overlap] of tiesWithOverlap(web))
    yield `{"u":${names[from]},"v":${names[to]},"overlap":${rounded(overlap, 1e7)}}`;
}

/** Every tie once (every arc, in a directed web). */
function* tiesWithOverlap({ graph, mutual, scores }: ReadWeb): Generator<readonly [number, number, number]> {
  for (let node = 0; node < graph.nodes; node++) {
    const end = graph.offsets[node + 1] as number;
    // Both rows are sorted, and every neighbour here is one there.
    let beside = mutual.offsets[node] as number;
    for (let arc = graph.offsets[node] as number; arc < end; arc++) {
      const other = graph.targets[arc] as number;
      if (!graph.directed && other < node) continue;
      while (mutual.targets[beside] !== other) beside++;
      yield [node, other, scores.overlap[beside] as number];
    }
  }
}

/** Commas and line ends between, in pieces large enough to be written at once. */
function* gathered(lines: Iterable<string>): Generator<string> {
  let piece = '';
  let between = '\n';
  for (const line of lines) {
    piece += between + line;
    between = ',\n';
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

const meanOverlap = (web: ReadWeb): number => {
  if (!web.graph.directed) return mean(web.scores.overlap);
  let [sum, count] = [0, 0];
  for (const [, , overlap] of tiesWithOverlap(web)) {
    sum += overlap;
    count += 1;
  }
  return sum / count;
};

const mean = (values: Float64Array | Float32Array): number => {
  let [sum, count] = [0, 0];
  for (const value of values)
    if (!Number.isNaN(value)) {
      sum += value;
      count += 1;
    }
  return sum / count;
};

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const rounded = (value: number, parts: number): number => Math.round(value * parts) / parts;

/** The web for a person at the terminal: what it is like, and who bridges most. */
export const tiesTable = (web: ReadWeb): string => {
  const { nodes, ties, triangles, mean_constraint, mean_overlap, modularity, communities } = summaryOf(web);
  const figures: readonly (readonly [string, string])[] = [
    ['persone', italian(nodes)],
    ['legami', italian(ties)],
    ['triangoli', italian(triangles)],
    ['vincolo medio', italian(mean_constraint)],
    ['intreccio medio dei legami', italian(mean_overlap)],
    ['cerchie', `${italian(communities)} (modularità ${italian(modularity)})`],
    ['secondi', Object.values(summaryOf(web).seconds).map(italian).join(' + ')],
  ];
  const wide = Math.max(...figures.map(([name]) => name.length));
  const lines = figures.map(([name, value]) => `${name.padEnd(wide)}  ${value}`);
  return [...lines, ...bridgesTable(web), 'Con --json: tutte le persone e tutti i legami.', ''].join('\n');
};

const MOST_BRIDGES = 20;

const bridgesTable = ({ ids, scores, core, communities }: ReadWeb): readonly string[] => {
  const tied = [...ids.keys()].filter((node) => scores.degree[node] !== 0);
  if (tied.length === 0) return [''];
  const reach = (node: number): number => scores.effectiveSize[node] as number;
  const bridges = tied.sort((one, other) => reach(other) - reach(one)).slice(0, MOST_BRIDGES);
  const rows = bridges.map((node) => [
    ids[node] as string,
    italian(scores.degree[node]),
    italian(reach(node)),
    italian(scores.constraint[node]),
    italian(scores.clustering[node]),
    italian(core[node]),
    italian((communities.labels[node] as number) + 1),
  ]);
  const head = ['chi', 'legami', 'ampiezza', 'vincolo', 'chiusura', 'nucleo', 'cerchia'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const said = [head, ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return ['', `Chi fa più da ponte (fino a ${MOST_BRIDGES}):`, ...said, ''];
};

const italian = (value: number | null | undefined): string =>
  value === null || value === undefined
    ? '–'
    : value.toLocaleString('it-IT', { maximumFractionDigits: 3, useGrouping: 'always' });
