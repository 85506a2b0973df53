import type { Features } from '../features/features.ts';
import { heads } from './heads.ts';
import type { Weights } from './weights.ts';

const H = heads.length;

/** Words and pieces of words are means over the square root of their number: long texts do not shout down short ones. */
export const wordFactor = (count: number): number => (count === 0 ? 0 : 1 / Math.sqrt(count));
export const gramFactor = (count: number): number => (count === 0 ? 0 : 1 / Math.sqrt(count));

/** The sum of each head, before calibration, into `sums` (length: number of heads). */
export const scoreFeatures = (weights: Weights, features: Features, sums: Float64Array): void => {
  const { places, scales } = weights;
  sums.fill(0);
  addPlaces(places, features.words, features.wordCount, wordFactor(features.wordCount), sums);
  addPlaces(places, features.grams, features.gramCount, gramFactor(features.gramCount), sums);
  for (let head = 0; head < H; head += 1)
    sums[head] = (sums[head] as number) * (scales[head] as number) + (weights.biases[head] as number);
  for (let clue = 0; clue < features.clues.length; clue += 1) {
    const value = features.clues[clue] as number;
    if (value === 0) continue;
    const row = clue * H;
    for (let head = 0; head < H; head += 1)
      sums[head] = (sums[head] as number) + value * (weights.clues[row + head] as number);
  }
};

const partial = new Int32Array(H);

const addPlaces = (
  places: Int8Array,
  list: Int32Array,
  count: number,
  factor: number,
  sums: Float64Array,
): void => {
  partial.fill(0);
  for (let at = 0; at < count; at += 1) {
    const row = (list[at] as number) * H;
    for (let head = 0; head < H; head += 1)
      partial[head] = (partial[head] as number) + (places[row + head] as number);
  }
  for (let head = 0; head < H; head += 1)
    sums[head] = (sums[head] as number) + (partial[head] as number) * factor;
};

/** Platt's curve: a sum becomes a probability. */
export const probabilityOf = (sum: number, { slope, shift }: { slope: number; shift: number }): number =>
  1 / (1 + Math.exp(-(slope * sum + shift)));
