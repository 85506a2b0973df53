import type { ChosenNodes } from './choose-nodes.ts';
import { tiesByCircle, withPairs } from './circle-pairs.ts';
import { evidenceOf } from './evidence.ts';
import { reachedAlone, substituteFor } from './marginal.ts';
import type { Choice } from './prepare-choice.ts';
import { byNode } from './reverse-sets.ts';
import { stepsToNearest } from './steps-to-nearest.ts';
import type { Words } from './team-input.ts';
import { reasonWords } from './team-words.ts';
import { goOn, type Watch } from './watch.ts';

export type Explanation = {
  readonly reasons: readonly Words[];
  /** Who could take her place at no more cost than hers, and how much of what the team covers would be lost: 0 to 1. */
  readonly substitute: { readonly node: number; readonly loss: number } | null;
};

/** Why each member of a team, and who instead. `circleName` says what a circle is called. */
export const explainTeam = (
  choice: Choice,
  chosen: ChosenNodes,
  circleName: (circle: number) => Words,
  watch: Watch = {},
): Explanation[] => {
  const { graph, communities, spread } = choice.input;
  const { sets } = chosen;
  const people = sets && { sets, index: byNode(sets, graph.nodes) };
  // Who instead is judged by the whole goal, pairs of circles included; who is reached, by people alone.
  const evidence = sets && evidenceOf(withPairs(sets, choice.pairs, spread), graph.nodes, chosen.team);
  const members = new Set(chosen.team);
  return chosen.team.map((node) => {
    goOn(watch);
    const reached = people && reachedAlone(people.sets, people.index, node, members);
    const ties = (graph.offsets[node + 1] as number) - (graph.offsets[node] as number);
    const reasons = reasonWords({
      seen: sets?.weights !== null,
      reached: reached?.people ?? 0,
      alone: reached?.alone ?? 0,
      ties,
      circles: communities ? topCircles(tiesByCircle(graph, communities, node), circleName) : [],
      steps: chosen.team.length > 1 ? stepsToNearest(graph, node, members) : null,
    });
    return { reasons, substitute: evidence && substituteFor(choice, evidence, node, members) };
  });
};

const topCircles = (counts: ReadonlyMap<number, number>, circleName: (circle: number) => Words) =>
  [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 3)
    .map(([circle, ties]) => ({ name: circleName(circle), ties }));
