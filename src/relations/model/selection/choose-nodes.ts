import { pageRank } from '../persons/page-rank.ts';
import { withPairs } from './circle-pairs.ts';
import { decideMethod } from './decide-method.ts';
import { aloneOf } from './expected-reach.ts';
import { greedyTeam } from './greedy-team.ts';
import { addHabitSets } from './habit-sets.ts';
import { learnChances } from './learned-chances.ts';
import { addObservedSets, usualReading } from './observed-sets.ts';
import { chooseBySampling } from './opim-c.ts';
import type { Choice } from './prepare-choice.ts';
import { rankedTeam } from './ranked-team.ts';
import type { PeopleSets } from './reverse-sets.ts';
import { createPacker } from './set-packer.ts';
import type { Method } from './team-input.ts';
import type { Watch } from './watch.ts';

export type ChosenNodes = {
  readonly team: readonly number[];
  /** What each added when it was taken, in units of `unit`. */
  readonly gains: readonly number[];
  readonly certificate: number | null;
  /** What the choice was made from; null where only a ranking was. */
  readonly sets: PeopleSets | null;
  readonly cutShort: boolean;
};

/** The share of a mean reaction that what may come weighs against what was seen. */
const HABIT = 0.1;

/** The team by one method, without a word about it. */
export const chooseNodes = (choice: Choice, method: Method, watch: Watch = {}): ChosenNodes => {
  if (method === 'followers') return ranking(choice, choice.audience);
  if (method === 'pagerank') return ranking(choice, pageRank(choice.input.graph));
  if (method === 'single') return oneByOne(choice, watch);
  return filledUp(
    choice,
    method === 'observed' ? fromObserved(choice, watch) : fromSamples(choice, method, watch),
  );
};

/** What was seen, and a little of what may come. */
export const observedGoal = ({ log, input: { graph } }: Choice): PeopleSets => {
  const packer = createPacker();
  addObservedSets(packer, log, graph);
  addHabitSets(packer, log, graph, { share: HABIT * packer.meanWeight(), halfLife: usualReading.halfLife });
  return packer.packed();
};

const fromObserved = (choice: Choice, watch: Watch): ChosenNodes => {
  const sets = observedGoal(choice);
  const { graph, spread } = choice.input;
  const greedy = greedyTeam(withPairs(sets, choice.pairs, spread), graph.nodes, choice.constraint, watch);
  const certificate = greedy.bound > 0 ? Math.min(1, greedy.covered / greedy.bound) : null;
  return { team: greedy.team, gains: greedy.gains, certificate, sets, cutShort: false };
};

const fromSamples = (choice: Choice, method: 'learned' | 'cascade', watch: Watch): ChosenNodes => {
  const { graph, decay, epsilon, seed, spread } = choice.input;
  if (graph.nodes === 0) return { team: [], gains: [], certificate: null, sets: null, cutShort: false };
  const chances =
    method === 'cascade'
      ? ({ kind: 'even', decay } as const)
      : learnChances(choice.log, graph, usualReading.halfLife);
  const sampling = { epsilon, seed, pairs: choice.pairs, spread };
  const chosen = chooseBySampling(graph, chances, choice.constraint, sampling, watch);
  return chosen.team.length > 0 ? chosen : { ...chosen, certificate: null };
};

/**
 * Somebody who asks for a number gets that number: when nobody is left who adds anything, by audience. The gain says
 * that they add nothing. Hours are not spent like that.
 */
const filledUp = (choice: Choice, chosen: ChosenNodes): ChosenNodes => {
  const { constraint, audience } = choice;
  if (constraint.costs || chosen.team.length >= constraint.budget) return chosen;
  const pins = Uint32Array.from(chosen.team);
  const { team } = rankedTeam(
    { ...constraint, pins, candidates: without(constraint.candidates, pins) },
    audience,
  );
  return { ...chosen, team, gains: team.map((_, at) => chosen.gains[at] ?? 0) };
};

const without = (nodes: Uint32Array, some: Uint32Array): Uint32Array => {
  const out = new Set(some);
  return nodes.filter((node) => !out.has(node));
};

const ranking = (choice: Choice, scores: Float64Array): ChosenNodes => ({
  ...rankedTeam(choice.constraint, scores),
  certificate: null,
  sets: null,
  cutShort: false,
});

/** The same data as the automatic choice, but everybody for what they would do alone. */
const oneByOne = (choice: Choice, watch: Watch): ChosenNodes => {
  const { method } = decideMethod('auto', choice.reactions);
  const sets =
    method === 'observed' ? observedGoal(choice) : fromSamples(choice, method as 'learned', watch).sets;
  if (sets === null) return { team: [], gains: [], certificate: null, sets, cutShort: false };
  return {
    ...rankedTeam(choice.constraint, aloneOf(sets, choice.input.graph.nodes)),
    certificate: null,
    sets,
    cutShort: false,
  };
};
