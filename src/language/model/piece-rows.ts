import { cutGrams, type WordFacts } from '../features/word-facts.ts';
import { addRows, LANES, stepsOf } from './add-rows.ts';
import type { Weights } from './weights.ts';

/** 64 bytes, what a processor fetches at once: the lanes of all heads, and at the end whose row it is. */
const WIDTH = 16;
const OWNER = 14;
/** 4 MB, for all readers together. */
const ROWS = 65_536;
if (LANES > OWNER) throw new Error('a row of pieces is too narrow for so many heads');

const rows = new Int32Array(ROWS * WIDTH);
let filledWith: Weights | undefined;

/** For each head the weights of all pieces of a word together, before scaling, in lanes: read them from the place answered. */
export const pieceLanes: Int32Array = rows;
/** The same, a half lane at a time: see `halfOf`. */
export const pieceHalves = new Uint16Array(rows.buffer);

/**
 * Texts repeat their words: what the pieces of a word weigh is kept, in the one row where a word with its hash may stand.
 * Another word that wants the row takes it.
 */
export const pieceRow = (weights: Weights, fact: WordFacts): number => {
  if (weights !== filledWith) {
    rows.fill(0);
    filledWith = weights;
  }
  const row = (fact.hash & (ROWS - 1)) * WIDTH;
  const second = fact.negatedHash | 1;
  if (rows[row + OWNER] !== fact.hash || rows[row + OWNER + 1] !== second) {
    addRows(stepsOf(weights), fact.grams ?? cutGrams(fact), 0, fact.gramCount, rows, row);
    rows[row + OWNER] = fact.hash;
    rows[row + OWNER + 1] = second;
  }
  return row;
};
