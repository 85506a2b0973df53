import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { buildGraph } from '../../../src/relations/model/graph/build-graph.ts';
import type { Graph } from '../../../src/relations/model/graph/graph.ts';
import { createRandom } from '../../../src/relations/model/graph/random.ts';

/** A real graph of this folder, undirected, without weights. */
export const realGraph = (name: 'fb_food_pages' | 'fb_ego_4k'): Graph => {
  const file = path.join(import.meta.dirname, 'graphs', `${name}.txt.gz`);
  const lines = zlib.gunzipSync(fs.readFileSync(file)).toString().trim().split('\n');
  const pairs = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(/\s+/).map(Number));
  const [from, to] = [0, 1].map((end) => Uint32Array.from(pairs, (pair) => pair[end] as number));
  if (!from || !to) throw new Error(`${name} is empty`);
  const nodes = pairs.flat().reduce((most, node) => Math.max(most, node), 0) + 1;
  return buildGraph({ nodes, from, to, directed: false });
};

/** Ties at random, some in both directions, with weights; the last tenth of the nodes has none. */
export const randomGraph = (nodes: number, ties: number, directed: boolean, seed: number): Graph => {
  const random = createRandom(seed);
  const end = () => Math.floor(random.next() ** 2 * nodes * 0.9);
  const from = Uint32Array.from({ length: ties }, end);
  const to = Uint32Array.from({ length: ties }, end);
  const weight = Float64Array.from({ length: ties }, () => 0.05 + random.next() * 4);
  return buildGraph({ nodes, from, to, weight, directed });
};

/** As the oracles are given it: every tie once. */
export const spelledOut = (graph: Graph): { nodes: number; ties: [number, number, number][] } => {
  const ties: [number, number, number][] = [];
  for (let node = 0; node < graph.nodes; node += 1)
    for (let arc = graph.offsets[node] as number; arc < (graph.offsets[node + 1] as number); arc += 1) {
      const other = graph.targets[arc] as number;
      if (graph.directed || node < other) ties.push([node, other, graph.weights?.[arc] ?? 1]);
    }
  return { nodes: graph.nodes, ties };
};
