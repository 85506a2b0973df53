import { describe, expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { createRandom } from '../graph/random.ts';
import { reachOf, smallGraph } from './exact-reach-for-tests.ts';
import { type Chances, createReverseSampler } from './reverse-sampler.ts';
import { filledSets, growingSets } from './reverse-sets.ts';

const draws = 60_000;
/** Five standard errors of a share of so many draws. */
const near = (share: number): number => 5 * Math.sqrt((share * (1 - share)) / draws) + 1e-9;

const sharesOf = (chances: Chances, seed = 3): number[] => {
  const sets = growingSets();
  const draw = createReverseSampler(smallGraph, chances, createRandom(seed));
  while (sets.count < draws) draw(sets);
  const counts = new Array<number>(smallGraph.nodes).fill(0);
  for (const member of filledSets(sets).members) counts[member] = (counts[member] as number) + 1;
  return counts.map((count) => count / draws);
};

const evenChances = (decay: number): Float32Array =>
  Float32Array.from(smallGraph.targets, (_, tie) => {
    let node = 0;
    while ((smallGraph.offsets[node + 1] as number) <= tie) node++;
    return decay / ((smallGraph.offsets[node + 1] as number) - (smallGraph.offsets[node] as number));
  });

describe('reverse-reachable sets', () => {
  test.each([1, 0.5])('hold each node as often as it reaches somebody, with a decay of %f', (decay) => {
    const shares = sharesOf({ kind: 'even', decay });
    for (const [node, share] of shares.entries()) {
      const exact = reachOf(smallGraph, evenChances(decay), [node]) / smallGraph.nodes;
      expect(Math.abs(share - exact)).toBeLessThan(near(exact));
    }
  });

  test('with a chance for each tie, in rows from the highest to the lowest', () => {
    const chances = new Float32Array(smallGraph.targets.length);
    for (let node = 0; node < smallGraph.nodes; node++)
      for (
        let tie = smallGraph.offsets[node] as number;
        tie < (smallGraph.offsets[node + 1] as number);
        tie++
      )
        chances[tie] = 0.9 / (1 + tie - (smallGraph.offsets[node] as number)) ** 2;
    const shares = sharesOf({ kind: 'byTie', targets: smallGraph.targets, chances });
    for (const [node, share] of shares.entries()) {
      const exact = reachOf(smallGraph, chances, [node]) / smallGraph.nodes;
      expect(Math.abs(share - exact)).toBeLessThan(near(exact));
    }
  });

  test('are the same for the same seed, and begin with whom they stand for', () => {
    expect(sharesOf({ kind: 'even', decay: 0.5 }, 9)).toEqual(sharesOf({ kind: 'even', decay: 0.5 }, 9));
    const alone = buildGraph({ nodes: 3, from: new Uint32Array(), to: new Uint32Array(), directed: false });
    const sets = growingSets();
    const draw = createReverseSampler(alone, { kind: 'even', decay: 1 }, createRandom(1));
    for (let one = 0; one < 10; one++) draw(sets);
    expect(sets.filled).toBe(10);
  });
});
