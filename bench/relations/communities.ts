/**
 * Leiden of ours and of igraph (C, two rounds), on the same graphs in the same run, one after the other and in turns:
 * processor seconds, modularity, agreement with what was planted. `… [attempts]`.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { findCommunities, normalizedMutualInformation } from '../../src/relations/model/communities/index.ts';
import { buildGraph } from '../../src/relations/model/graph/build-graph.ts';
import { parseEdgeList } from '../../src/relations/model/graph/edge-list.ts';
import { type Graph, tiesOf } from '../../src/relations/model/graph/graph.ts';
import { quantile, round } from '../kit/figures.ts';
import { generatePlanted, generateUnequal } from './generated-graphs.ts';

type Found = { readonly seconds: number; readonly modularity: number; readonly labels: Uint32Array };

const attempts = Number(process.argv[2] ?? 3);
const folder = process.env.BENCH_FOLDER ?? fs.mkdtempSync(path.join(os.tmpdir(), 'pp-bench-'));
const oracles = path.join(import.meta.dirname, '../../test/peers/graph-oracles/graphs');
const friends = parseEdgeList(zlib.gunzipSync(fs.readFileSync(path.join(oracles, 'fb_ego_4k.txt.gz'))));
const small = generatePlanted(8_000, 40, 1);
const large = generatePlanted(80_000, 50, 7);
measure('friends 4k', buildGraph({ nodes: friends.ids.length, ...friends, directed: false }), null);
measure('planted 8k', buildGraph({ ...small, directed: false }), small.truth);
measure('planted 80k', buildGraph({ ...large, directed: false }), large.truth);
measure('R-MAT 65k', buildGraph({ ...generateUnequal(16, 16, 7), directed: false }), null);

function measure(name: string, graph: Graph, truth: Uint32Array | null): void {
  const file = path.join(folder, 'ties.bin');
  fs.writeFileSync(file, spelledOut(graph));
  const ours: Found[] = [];
  const theirs: Found[] = [];
  // The first time is spent on translating our program, which a batch pays once.
  byUs(graph, 0);
  for (let seed = 1; seed <= attempts; seed += 1) {
    ours.push(byUs(graph, seed));
    theirs.push(byIgraph(graph, file, seed));
  }
  const [us, them] = [ours, theirs].map((found) => middle(found.map(({ seconds }) => seconds))) as [
    number,
    number,
  ];
  const [good, theirGood] = [ours, theirs].map((found) => middle(found.map(({ modularity }) => modularity)));
  const nmi = (found: readonly Found[]) =>
    truth ? round(middle(found.map(({ labels }) => normalizedMutualInformation(truth, labels))), 4) : '-';
  console.log(
    `${name}, ${graph.nodes} nodes, ${tiesOf(graph)} ties: ours ${round(us, 2)} s, igraph ${round(them, 2)} s, ${round(them / us, 2)} times as fast; ` +
      `modularity ${round(good ?? 0, 4)}, igraph ${round(theirGood ?? 0, 4)}; agreement with the truth ${nmi(ours)}, igraph ${nmi(theirs)}`,
  );
}

function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function byUs(graph: Graph, seed: number): Found {
  const before = process.cpuUsage();
  const { labels, modularity } = findCommunities(graph, { seed });
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, modularity, labels };
}

function byIgraph(graph: Graph, file: string, seed: number): Found {
  const program = `
import array, igraph, json, random, sys, time
ends = array.array('I'); ends.frombytes(open(sys.argv[1], 'rb').read())
g = igraph.Graph(n=int(sys.argv[2]), edges=zip(ends[0::2], ends[1::2]))
random.seed(int(sys.argv[3])); igraph.set_random_number_generator(random)
begun = time.process_time()
found = g.community_leiden(objective_function='modularity', n_iterations=2)
print(json.dumps({'seconds': time.process_time() - begun, 'modularity': found.modularity, 'labels': found.membership}))`;
  const words = ['-c', program, file, String(graph.nodes), String(seed)];
  const done = spawnSync('/usr/bin/python3', words, { maxBuffer: 2 ** 28, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`igraph: ${done.stderr}`);
  const found = JSON.parse(done.stdout) as { seconds: number; modularity: number; labels: number[] };
  return { ...found, labels: Uint32Array.from(found.labels) };
}

/** Pairs of 32-bit numbers, every tie once. */
function spelledOut(graph: Graph): Uint32Array {
  const ends = new Uint32Array(2 * tiesOf(graph));
  let filled = 0;
  for (let node = 0; node < graph.nodes; node += 1)
    for (let arc = graph.offsets[node] as number; arc < (graph.offsets[node + 1] as number); arc += 1) {
      const other = graph.targets[arc] as number;
      if (node > other) continue;
      ends[filled++] = node;
      ends[filled++] = other;
    }
  return ends;
}
