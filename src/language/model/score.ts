import type { Features } from '../features/features.ts';
import { addRows, halfOf, LANES, MOST_ROWS, SHIFTED, stepsOf } from './add-rows.ts';
import { heads } from './heads.ts';
import { pieceLanes, pieceRow } from './piece-rows.ts';
import type { Weights } from './weights.ts';

const H = heads.length;
/** Words and pieces of words are means over the square root of their number: long texts do not shout down short ones. */
export const wordFactor = (count: number): number => (count === 0 ? 0 : 1 / Math.sqrt(count));
export const gramFactor = (count: number): number => (count === 0 ? 0 : 1 / Math.sqrt(count));

/** The sum of each head, before calibration, into `sums` (length: number of heads). */
export const scoreFeatures = (weights: Weights, features: Features, sums: Float64Array): void => {
  sums.fill(0);
  addWords(stepsOf(weights), features, sums);
  addPieces(weights, features, sums);
  for (let head = 0; head < H; head += 1)
    sums[head] = (sums[head] as number) * (weights.scales[head] as number) + (weights.biases[head] as number);
  for (let clue = 0; clue < features.clues.length; clue += 1) {
    const value = features.clues[clue] as number;
    if (value === 0) continue;
    const row = clue * H;
    for (let head = 0; head < H; head += 1)
      sums[head] = (sums[head] as number) + value * (weights.clues[row + head] as number);
  }
};

const addWords = (steps: Int32Array, { words, wordCount }: Features, sums: Float64Array): void => {
  partial.fill(0);
  for (let from = 0; from < wordCount; from += MOST_ROWS) {
    const to = Math.min(wordCount, from + MOST_ROWS);
    addRows(steps, words, from, to, lanes, 0);
    addLanes(to - from);
  }
  addPartial(sums, wordFactor(wordCount));
};

const addPieces = (weights: Weights, features: Features, sums: Float64Array): void => {
  partial.fill(0);
  lanes.fill(0);
  let held = 0;
  for (let at = 0; at < features.facts.length; at += 1) {
    const fact = features.facts[at];
    if (!fact) continue;
    if (held + fact.gramCount > MOST_ROWS) {
      addLanes(held);
      lanes.fill(0);
      held = 0;
    }
    const row = pieceRow(weights, fact);
    for (let lane = 0; lane < LANES; lane += 1)
      lanes[lane] = ((lanes[lane] as number) + (pieceLanes[row + lane] as number)) | 0;
    held += fact.gramCount;
  }
  addLanes(held);
  addPartial(sums, gramFactor(features.gramCount));
};

const partial = new Int32Array(H);
const lanes = new Int32Array(LANES);
const halves = new Uint16Array(lanes.buffer);

/** What so many rows have come to. */
const addLanes = (rows: number): void => {
  for (let head = 0; head < H; head += 1)
    partial[head] = (partial[head] as number) + (halves[halfOf(head)] as number) - rows * SHIFTED;
};

const addPartial = (sums: Float64Array, factor: number): void => {
  for (let head = 0; head < H; head += 1)
    sums[head] = (sums[head] as number) + (partial[head] as number) * factor;
};

/** Platt's curve: a sum becomes a probability. */
export const probabilityOf = (sum: number, { slope, shift }: { slope: number; shift: number }): number =>
  1 / (1 + Math.exp(-(slope * sum + shift)));
