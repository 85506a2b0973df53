import { cutGrams, type WordFacts } from '../features/word-facts.ts';
import { heads } from './heads.ts';
import type { Weights } from './weights.ts';

const H = heads.length;
/** 64 bytes, what a processor fetches at once: a number of 16 bits for each head, and at the end whose row it is. */
const WIDTH = 32;
const OWNER = 14;
/** 4 MB, for all readers together. */
const ROWS = 65_536;

const sums = new Int16Array(ROWS * WIDTH);
const owners = new Int32Array(sums.buffer);
let filledWith: Weights | undefined;

/** For each head the weights of all pieces of a word together, before scaling: read them from `pieceSums` at the place answered. */
export const pieceSums: Int16Array = sums;

/**
 * Texts repeat their words: what the pieces of a word weigh is kept, in the one row where a word with its hash may stand.
 * Another word that wants the row takes it.
 */
export const pieceRow = (weights: Weights, fact: WordFacts): number => {
  if (weights !== filledWith) {
    owners.fill(0);
    filledWith = weights;
  }
  const row = (fact.hash & (ROWS - 1)) * WIDTH;
  const owner = row / 2 + OWNER;
  const [first, second] = [fact.hash | 0, fact.negatedHash | 1];
  if (owners[owner] !== first || owners[owner + 1] !== second) {
    addUp(weights.places, fact.grams ?? cutGrams(fact), row);
    owners[owner] = first;
    owners[owner + 1] = second;
  }
  return row;
};

const addUp = (places: Int8Array, grams: Uint16Array, row: number): void => {
  sums.fill(0, row, row + H);
  for (let gram = 0; gram < grams.length; gram += 1) {
    const from = (grams[gram] as number) * H;
    for (let head = 0; head < H; head += 1)
      sums[row + head] = (sums[row + head] as number) + (places[from + head] as number);
  }
};
