import { clues } from '../../src/language/features/clues.ts';
import { BUCKETS } from '../../src/language/features/hash.ts';
import { heads } from '../../src/language/model/heads.ts';
import type { Example } from './examples.ts';

const H = heads.length;
const C = clues.length;
const UNSAID = 255;

/** Weights as they are learnt, before they are made small. */
export type Learnt = {
  readonly places: Float32Array;
  readonly clues: Float32Array;
  readonly biases: Float32Array;
};

export type Pace = {
  readonly epochs: number;
  readonly rate: number;
  /** Weights shrink by this factor after each round over the texts. */
  readonly keep: number;
  /** How many places of a text are left out at random, so that none is relied on alone. */
  readonly leftOut: number;
  readonly seed: number;
};

export const usualPace: Pace = { epochs: 8, rate: 0.12, keep: 0.97, leftOut: 0.15, seed: 20_261_122 };

/** One logistic regression per head over shared places, by AdaGrad (Duchi and others, 2011). The same for the same seed. */
export const learn = (examples: readonly Example[], pace: Pace = usualPace): Learnt => {
  const learnt: Learnt = {
    places: new Float32Array(BUCKETS * H),
    clues: new Float32Array(C * H),
    biases: new Float32Array(H),
  };
  const past = {
    places: new Float32Array(BUCKETS * H).fill(1e-3),
    clues: new Float32Array(C * H).fill(1e-2),
    biases: new Float32Array(H).fill(1e-2),
  };
  const random = randomFrom(pace.seed);
  const order = Uint32Array.from(examples, (_, index) => index);
  for (let epoch = 0; epoch < pace.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example) step(learnt, past, example, pace, random);
    }
    shrink(learnt.places, pace.keep);
  }
  return learnt;
};

const sums = new Float64Array(H);
const errors = new Float64Array(H);
let chosen = new Uint16Array(4_096);

const step = (learnt: Learnt, past: Learnt, example: Example, pace: Pace, random: () => number): void => {
  const { places, wordCount, wordValue, gramValue, wanted, weight } = example;
  if (chosen.length < places.length) chosen = new Uint16Array(places.length * 2);
  let words = 0;
  let count = 0;
  for (let at = 0; at < places.length; at += 1) {
    if (random() < pace.leftOut) continue;
    chosen[count++] = places[at] as number;
    if (at < wordCount) words = count;
  }
  sumUp(learnt, chosen, words, count, wordValue, gramValue, example.clues);
  let isAny = false;
  for (let head = 0; head < H; head += 1) {
    const goal = wanted[head] as number;
    errors[head] = goal === UNSAID ? 0 : (1 / (1 + Math.exp(-(sums[head] as number))) - goal) * weight;
    if (Math.abs(errors[head] as number) > 1e-4) isAny = true;
  }
  if (!isAny) return;
  for (let at = 0; at < count; at += 1)
    move(
      learnt.places,
      past.places,
      (chosen[at] as number) * H,
      at < words ? wordValue : gramValue,
      pace.rate,
    );
  for (let clue = 0; clue < C; clue += 1) {
    const value = example.clues[clue] as number;
    if (value !== 0) move(learnt.clues, past.clues, clue * H, value, pace.rate / 2);
  }
  move(learnt.biases, past.biases, 0, 1, pace.rate / 2);
};

const move = (weights: Float32Array, past: Float32Array, row: number, value: number, rate: number): void => {
  for (let head = 0; head < H; head += 1) {
    const slope = (errors[head] as number) * value;
    if (slope === 0) continue;
    const steepness = (past[row + head] as number) + slope * slope;
    past[row + head] = steepness;
    weights[row + head] = (weights[row + head] as number) - (rate * slope) / Math.sqrt(steepness);
  }
};

const sumUp = (
  learnt: Learnt,
  places: Uint16Array,
  words: number,
  count: number,
  wordValue: number,
  gramValue: number,
  clueValues: Float32Array,
): void => {
  sums.set(learnt.biases);
  for (let at = 0; at < count; at += 1)
    addRow(learnt.places, (places[at] as number) * H, at < words ? wordValue : gramValue);
  for (let clue = 0; clue < C; clue += 1) {
    const value = clueValues[clue] as number;
    if (value !== 0) addRow(learnt.clues, clue * H, value);
  }
};

const addRow = (weights: Float32Array, row: number, value: number): void => {
  for (let head = 0; head < H; head += 1)
    sums[head] = (sums[head] as number) + (weights[row + head] as number) * value;
};

/** The sums of an example under weights that are still large, one per head. */
export const sumsUnder = (learnt: Learnt, example: Example): Float64Array => {
  const { places, wordCount, wordValue, gramValue } = example;
  sumUp(learnt, places, wordCount, places.length, wordValue, gramValue, example.clues);
  return Float64Array.from(sums);
};

const shrink = (weights: Float32Array, keep: number): void => {
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] as number) * keep;
};

const shuffle = (order: Uint32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
};

/** Mulberry32 (Ettinger, 2017, public domain): small, and good enough to shuffle. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
