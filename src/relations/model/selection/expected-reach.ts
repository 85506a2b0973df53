import { createRandom } from '../graph/random.ts';
import { coverageOf } from './coverage.ts';
import type { Choice } from './prepare-choice.ts';
import { createReverseSampler } from './reverse-sampler.ts';
import { byNode, filledSets, growingSets, type ReverseSets, weightOf } from './reverse-sets.ts';
import { goOn, type Watch } from './watch.ts';

const SAMPLES = 50_000;

/** How many people a team is expected to reach along the ties, by sets drawn apart from those that chose. */
export const expectedReach = ({ input }: Choice, watch: Watch) => {
  const { graph, decay, seed } = input;
  if (graph.nodes === 0) return null;
  const sets = growingSets();
  const draw = createReverseSampler(graph, { kind: 'even', decay }, createRandom(seed + 0.5));
  while (sets.count < SAMPLES) {
    if (sets.count % 1_000 === 0) goOn(watch);
    draw(sets);
  }
  const filled = filledSets(sets);
  const index = byNode(filled, graph.nodes);
  const people = (team: readonly number[]): number =>
    (coverageOf(filled, index, team) * graph.nodes) / SAMPLES;
  return { sets: filled, people };
};

/** What each node would cover alone. */
export const aloneOf = (sets: ReverseSets, nodes: number): Float64Array => {
  const alone = new Float64Array(nodes);
  for (let set = 0; set < sets.count; set++)
    for (let at = sets.offsets[set] as number; at < (sets.offsets[set + 1] as number); at++) {
      const member = sets.members[at] as number;
      const chance = sets.chances ? (sets.chances[at] as number) : 1;
      alone[member] = (alone[member] as number) + weightOf(sets, set) * chance;
    }
  return alone;
};
