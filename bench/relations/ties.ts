/**
 * The one pass of ours (overlap of all ties, constraint, effective size, clustering) and igraph's constraint and Jaccard
 * of all ties (C), on the same graphs in the same run, in turns; then what else the ties stand on. `… [attempts]`.
 * Processor seconds, so that what else the machine does counts less.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { buildGraph, tailsOf } from '../../src/relations/model/graph/build-graph.ts';
import { parseEdgeList } from '../../src/relations/model/graph/edge-list.ts';
import { type Graph, tiesOf } from '../../src/relations/model/graph/graph.ts';
import { createGrowingGraph } from '../../src/relations/model/graph/growing-graph.ts';
import { createRandom } from '../../src/relations/model/graph/random.ts';
import { createEgoScorer } from '../../src/relations/model/persons/ego-scores.ts';
import { scorePersons } from '../../src/relations/model/persons/score-persons.ts';
import { scorePersonsInTwo } from '../../src/relations/work/score-persons-in-two.ts';
import { quantile, round } from '../kit/figures.ts';
import { type GeneratedTies, generatePlanted, generateUnequal } from './generated-graphs.ts';

const attempts = Number(process.argv[2] ?? 3);
const folder = process.env.BENCH_FOLDER ?? fs.mkdtempSync(path.join(os.tmpdir(), 'pp-bench-'));
const oracles = path.join(import.meta.dirname, '../../test/peers/graph-oracles/graphs');

const friends = parseEdgeList(zlib.gunzipSync(fs.readFileSync(path.join(oracles, 'fb_ego_4k.txt.gz'))));
const planted = generatePlanted(80_000, 48, 7);
const plantedGraph = undirectedOf(planted);
measureBeside('friends 4k', undirectedOf({ nodes: friends.ids.length, ...friends }));
measureBeside('planted 17k', undirectedOf(generatePlanted(17_000, 48, 7)));
measureBeside('planted 80k', plantedGraph);
measureBeside('R-MAT 65k', undirectedOf(generateUnequal(16, 16, 7)));
measureReading(planted);
measureEvents(planted);
measureEgos(createEgoScorer(growingOf(planted).neighbourhood), plantedGraph);
await measureLarge();

function undirectedOf({ nodes, from, to }: GeneratedTies, shared = false): Graph {
  return buildGraph({ nodes, from, to, directed: false, shared });
}

function measureBeside(name: string, graph: Graph): void {
  const file = path.join(folder, 'ties.bin');
  fs.writeFileSync(file, spelledOut(graph));
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let attempt = 0; attempt < attempts; attempt++) {
    ours.push(processorSeconds(() => scorePersons(graph)));
    theirs.push(byIgraph(graph, file));
  }
  const [us, them] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
  console.log(
    `${name}, ${graph.nodes} nodes, ${tiesOf(graph)} ties: ours ${round(us, 3)} s, igraph ${round(them, 2)} s, ${round(them / us, 1)} times as fast`,
  );
}

function byIgraph(graph: Graph, file: string): number {
  const program = `
import array, igraph, sys, time
ends = array.array('I'); ends.frombytes(open(sys.argv[1], 'rb').read())
edges = list(zip(ends[0::2], ends[1::2]))
g = igraph.Graph(n=int(sys.argv[2]), edges=edges)
began = time.process_time()
g.constraint(); g.similarity_jaccard(pairs=edges)
print(time.process_time() - began)`;
  const said = spawnSync('/usr/bin/python3', ['-c', program, file, String(graph.nodes)]);
  if (said.status !== 0) throw new Error(String(said.stderr));
  return Number(said.stdout);
}

/** Every tie once, end after end. */
function spelledOut(graph: Graph): Uint32Array {
  const tails = tailsOf(graph);
  const ends = new Uint32Array(graph.targets.length);
  let filled = 0;
  for (let arc = 0; arc < tails.length; arc++) {
    const [tail, head] = [tails[arc] as number, graph.targets[arc] as number];
    if (tail > head) continue;
    ends[filled++] = tail;
    ends[filled++] = head;
  }
  return ends;
}

function measureReading({ from, to }: GeneratedTies): void {
  for (const prefix of ['', 'person-']) {
    const lines = Array.from(from, (tail, tie) => `${prefix}${tail} ${prefix}${to[tie]}`);
    const bytes = Buffer.from(lines.join('\n'));
    const seconds = middleOf(() => parseEdgeList(bytes));
    console.log(`reading ${lines.length} lines like «${lines[0]}»: ${round(seconds, 2)} s`);
  }
}

function measureEvents(ties: GeneratedTies): void {
  const seconds = middleOf(() => growingOf(ties));
  console.log(`events taken in: ${Math.round(ties.from.length / seconds / 1_000)},000 a second`);
}

function growingOf({ from, to }: GeneratedTies) {
  const growing = createGrowingGraph();
  for (let event = 0; event < from.length; event++)
    growing.add(from[event] as number, to[event] as number, 1);
  return growing;
}

/** Asked on the graph that grows; wall time of each question, so a busy machine shows. */
function measureEgos(egoScores: ReturnType<typeof createEgoScorer>, graph: Graph): void {
  const random = createRandom(3);
  const times = Array.from({ length: 5_000 }, () => {
    const node = random.below(graph.nodes);
    const began = performance.now();
    egoScores(node);
    return performance.now() - began;
  }).slice(500);
  const [half, most] = [0.5, 0.99].map((share) => round(quantile(times, share), 2));
  console.log(`scores of one person: p50 ${half} ms, p99 ${most} ms`);
}

async function measureLarge(): Promise<void> {
  const graph = undirectedOf(generateUnequal(19, 24, 7), true);
  const began = performance.now();
  const before = process.cpuUsage();
  const scores = await scorePersonsInTwo(graph);
  if (!scores.ok) throw new Error(scores.error.kind);
  const { user, system } = process.cpuUsage(before);
  console.log(
    `R-MAT 524k, ${tiesOf(graph)} ties, ${Math.round(scores.value.triangles / 1e6)}M triangles, two threads: ` +
      `${round((performance.now() - began) / 1_000, 1)} s (${round((user + system) / 1e6, 1)} of processor), ` +
      `peak ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`,
  );
}

function middleOf(work: () => unknown): number {
  return quantile(
    Array.from({ length: attempts }, () => processorSeconds(work)),
    0.5,
  );
}

function processorSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
