import { clueIndex } from '../features/clues.ts';
import type { Features } from '../features/features.ts';
import { halfOf, SHIFTED } from '../model/add-rows.ts';
import { heads } from '../model/heads.ts';
import { pieceHalves, pieceRow } from '../model/piece-rows.ts';
import { gramFactor, wordFactor } from '../model/score.ts';
import type { Weights } from '../model/weights.ts';
import { MOST_TOKENS } from '../text/tokenise.ts';

const H = heads.length;
const GOOD = clueIndex.goodWords;
const BAD = clueIndex.badWords;

/** What each token adds to the sum of a head: its words and pieces, and the clues that it gave rise to. */
export type Contributions = { readonly [token: number]: number; readonly length: number };

/** Answers for one text after another, head by head, each worked out when it is first asked for and good until the next text. */
export const createContributions = (weights: Weights) => {
  const buffers: Float64Array[] = [];
  const known = new Int8Array(H);
  let used = 0;
  let text: Features | undefined;
  return {
    of: (features: Features, head: number): Contributions => {
      if (features !== text) {
        text = features;
        used = 0;
        known.fill(0);
      }
      if (known[head] === 0) {
        buffers[used] ??= new Float64Array(MOST_TOKENS);
        contributionsOf(weights, features, head, buffers[used] as Float64Array);
        used += 1;
        known[head] = used;
      }
      return buffers[(known[head] as number) - 1] as Float64Array;
    },
  };
};

export type ContributionBook = ReturnType<typeof createContributions>;

/** Written to the first places of `added`, one for each token. Making a new array costs more than all that is put into it. */
export const contributionsOf = (
  weights: Weights,
  features: Features,
  head: number,
  added: Float64Array,
): void => {
  added.fill(0, 0, features.tokens.length);
  const scale = weights.scales[head] as number;
  const words = wordFactor(features.wordCount) * scale;
  for (let at = 0; at < features.wordCount; at += 1) {
    const owner = features.wordOwners[at] as number;
    const weight = weights.places[(features.words[at] as number) * H + head] as number;
    added[owner] = (added[owner] as number) + weight * words;
  }
  const pieces = gramFactor(features.gramCount) * scale;
  const half = halfOf(head);
  for (let at = 0; at < features.tokens.length; at += 1) {
    const fact = features.facts[at];
    if (!fact) continue;
    const sum = (pieceHalves[pieceRow(weights, fact) * 2 + half] as number) - fact.gramCount * SHIFTED;
    added[at] = (added[at] as number) + sum * pieces;
  }
  addHints(added, weights, features, head);
};

/** A feeling pulls by its share of the good or bad words; a pointer by the weight of its clue. */
const addHints = (added: Float64Array, weights: Weights, features: Features, head: number): void => {
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
