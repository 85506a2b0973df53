import type { Graph } from '../graph/graph.ts';
import type { CascadeLog } from './cascade-log.ts';
import { activityOf } from './habit-sets.ts';
import type { Chances } from './reverse-sampler.ts';
import { forEachTiedBefore } from './tied-before.ts';

/** So many reactions worth of doubt: few data stay near what is usual. */
const DOUBT = 3;

/**
 * Chances learnt per tie with partial credit (Goyal, Bonchi, Lakshmanan, WSDM 2010: static Bernoulli with partial
 * credits): of what `u` said, how much was followed by `v`, credit shared with the others whom `v` could have followed.
 * Shrunk twice: the rate of `u` towards that of everybody, the rate of the pair towards that of `u` spread evenly.
 * Times how often `u` speaks, so that the chance is that of a whole period: that in which those who react at all do so
 * once on average, or more of them reach everybody and nobody can be told apart.
 */
export const learnChances = (
  log: CascadeLog,
  graph: Graph,
  halfLife: number,
): Extract<Chances, { kind: 'byTie' }> => {
  const { credits, caused, period } = creditPerTie(log, graph, halfLife);
  const active = activityOf(log, graph.nodes, halfLife);
  const listeners = new Float64Array(graph.nodes);
  for (const heard of graph.targets) listeners[heard] = (listeners[heard] as number) + 1;
  const spoken = active.reduce((sum, often) => sum + often, 0);
  const usual = spoken > 0 ? caused.reduce((sum, credit) => sum + credit, 0) / spoken : 0;
  const chances = new Float32Array(graph.targets.length);
  for (let tie = 0; tie < chances.length; tie++) {
    const heard = graph.targets[tie] as number;
    const often = active[heard] as number;
    // Reactions that each word of `heard` draws in all, and so from each of those who listen.
    const drawn = ((caused[heard] as number) + DOUBT * usual) / (often + DOUBT);
    const spread = (drawn * (often + 1 / DOUBT)) / Math.max(1, listeners[heard] as number);
    const own = ((credits[tie] as number) * often + DOUBT * spread) / (often + DOUBT);
    chances[tie] = 1 - Math.exp(-own * period);
  }
  return { kind: 'byTie', ...fallingRows(graph, chances) };
};

const creditPerTie = (log: CascadeLog, graph: Graph, halfLife: number) => {
  const credits = new Float64Array(graph.targets.length);
  const caused = new Float64Array(graph.nodes);
  const reactors = new Set<number>();
  let all = 0;
  forEachTiedBefore(log, graph, (at, parents) => {
    if (parents.length === 0) return;
    const worth = 2 ** (((log.fresh[at] as number) - 1) / halfLife);
    const share = worth / parents.length;
    reactors.add(log.nodes[at] as number);
    all += worth;
    for (const parent of parents) {
      const heard = log.nodes[parent] as number;
      const tie = placeOf(graph, log.nodes[at] as number, heard);
      credits[tie] = (credits[tie] as number) + share;
      caused[heard] = (caused[heard] as number) + share;
    }
  });
  return { credits, caused, period: all > 0 ? Math.min(1, reactors.size / all) : 1 };
};

/** Where `other` stands in the row of `node`, in which it is. */
const placeOf = ({ offsets, targets }: Graph, node: number, other: number): number => {
  let low = offsets[node] as number;
  let high = offsets[node + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((targets[middle] as number) < other) low = middle + 1;
    else high = middle;
  }
  return low;
};

const fallingRows = ({ nodes, offsets, targets }: Graph, chances: Float32Array) => {
  const sorted = { targets: new Uint32Array(targets.length), chances: new Float32Array(targets.length) };
  for (let node = 0; node < nodes; node++) {
    const begin = offsets[node] as number;
    const row = Uint32Array.from({ length: (offsets[node + 1] as number) - begin }, (_, at) => begin + at);
    row.sort((a, b) => (chances[b] as number) - (chances[a] as number) || a - b);
    for (const [at, tie] of row.entries()) {
      sorted.targets[begin + at] = targets[tie] as number;
      sorted.chances[begin + at] = chances[tie] as number;
    }
  }
  return sorted;
};
