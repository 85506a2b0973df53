import { clueIndex } from '../features/clues.ts';
import type { Features } from '../features/features.ts';
import { heads } from '../model/heads.ts';
import { gramFactor, wordFactor } from '../model/score.ts';
import type { Weights } from '../model/weights.ts';

const H = heads.length;
const GOOD = clueIndex.goodWords;
const BAD = clueIndex.badWords;

/** What each token adds to the sum of a head: its words and pieces, and the clues that it gave rise to. */
export const contributionsOf = (weights: Weights, features: Features, head: number): Float64Array => {
  const added = new Float64Array(features.tokens.length);
  const scale = weights.scales[head] as number;
  const spread = (places: Int32Array, owners: Int32Array, count: number, factor: number): void => {
    for (let at = 0; at < count; at += 1) {
      const owner = owners[at] as number;
      const weight = weights.places[(places[at] as number) * H + head] as number;
      added[owner] = (added[owner] as number) + weight * scale * factor;
    }
  };
  spread(features.words, features.wordOwners, features.wordCount, wordFactor(features.wordCount));
  spread(features.grams, features.gramOwners, features.gramCount, gramFactor(features.gramCount));
  addHints(added, weights, features, head);
  return added;
};

/** A feeling pulls by its share of the good or bad words; a pointer by the weight of its clue. */
const addHints = (added: Float64Array, weights: Weights, features: Features, head: number): void => {
  const clueWeight = (clue: number): number => weights.clues[clue * H + head] as number;
  const add = (first: number, last: number, value: number): void => {
    for (let at = first; at <= last; at += 1) added[at] = (added[at] as number) + value / (last - first + 1);
  };
  const total = features.hints.feelings.reduce((sum, { score }) => sum + Math.abs(score), 0);
  for (const { first, last, score } of features.hints.feelings) {
    const value = clueWeight(score > 0 ? GOOD : BAD) * (Math.abs(score) / Math.max(total, 1));
    add(first, last, value);
  }
  for (const { clue, first, last } of features.hints.pointers) add(first, last, clueWeight(clue) / 2);
};
