import { clueIndex } from '../features/clues.ts';
import type { Features } from '../features/features.ts';
import { heads } from '../model/heads.ts';
import { gramFactor, piecesOf, wordFactor } from '../model/score.ts';
import type { Weights } from '../model/weights.ts';

const H = heads.length;
const GOOD = clueIndex.goodWords;
const BAD = clueIndex.badWords;

/** What each token adds to the sum of a head: its words and pieces, and the clues that it gave rise to. */
export const contributionsOf = (weights: Weights, features: Features, head: number): number[] => {
  // A plain array: making a typed one costs more than all that is put into it.
  const added = new Array<number>(features.tokens.length).fill(0);
  const scale = weights.scales[head] as number;
  const words = wordFactor(features.wordCount) * scale;
  for (let at = 0; at < features.wordCount; at += 1) {
    const owner = features.wordOwners[at] as number;
    const weight = weights.places[(features.words[at] as number) * H + head] as number;
    added[owner] = (added[owner] as number) + weight * words;
  }
  const pieces = gramFactor(features.gramCount) * scale;
  for (let at = 0; at < added.length; at += 1) {
    const fact = features.facts[at];
    if (fact) added[at] = (added[at] as number) + (piecesOf(weights, fact)[head] as number) * pieces;
  }
  addHints(added, weights, features, head);
  return added;
};

/** A feeling pulls by its share of the good or bad words; a pointer by the weight of its clue. */
const addHints = (added: number[], weights: Weights, features: Features, head: number): void => {
  const clueWeight = (clue: number): number => weights.clues[clue * H + head] as number;
  const add = (first: number, last: number, value: number): void => {
    for (let at = first; at <= last; at += 1) added[at] = (added[at] as number) + value / (last - first + 1);
  };
  let total = 0;
  for (const { score } of features.hints.feelings) total += Math.abs(score);
  for (const { first, last, score } of features.hints.feelings) {
    const value = clueWeight(score > 0 ? GOOD : BAD) * (Math.abs(score) / Math.max(total, 1));
    add(first, last, value);
  }
  for (const { clue, first, last } of features.hints.pointers) add(first, last, clueWeight(clue) / 2);
};
