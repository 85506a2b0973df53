import { clues } from '../features/clues.ts';
import { allPlaces, type FeatureReader, type Features } from '../features/features.ts';
import { gramsOf } from '../features/word-facts.ts';
import { heads } from '../model/heads.ts';
import { gramFactor, probabilityOf, scoreFeatures, wordFactor } from '../model/score.ts';
import type { Weights } from '../model/weights.ts';
import { type Correction, UNSAID, wantedByCorrection } from './correction.ts';

const H = heads.length;
/** A company's layer is small: places share an eighth of the shipped ones. */
const PLACES = 8_192;
/**
 * Chosen, like the rates, by leaving a field out of the shipped model and giving it 200 corrections of that field: bench/language.
 * Twice as many rounds, faster rates, more places, nearest neighbours and a second model over the heads did no better.
 */
const ROUNDS = 6;
const RATE = 0.06;
const CLUE_RATE = 0.05;
/** After each round the layer shrinks towards nothing: a few corrections move a little, many move much. */
const KEEP = 0.9;
/** The newest so many are learnt from: the log may be longer. */
export const MOST_CORRECTIONS = 5_000;

/** What was learnt, as numbers alone: it can be handed from thread to thread. */
export type LayerWeights = {
  /** How many corrections it was learnt from. */
  readonly size: number;
  readonly places: Float32Array;
  readonly clues: Float32Array;
  readonly biases: Float32Array;
};

/** What one company's corrections add to the shipped weights. */
export type CompanyLayer = {
  /** How many corrections it was learnt from. */
  readonly size: number;
  /** Adds to the sums of the heads; to be called between scoring and judging. */
  adjust(features: Features, sums: Float64Array): void;
};

type Lesson = {
  readonly places: Uint16Array;
  readonly wordCount: number;
  readonly wordValue: number;
  readonly gramValue: number;
  readonly clues: Float32Array;
  /** What the shipped model says: the layer learns what is left to say. */
  readonly sums: Float64Array;
  readonly wanted: Uint8Array;
  /** Heads from this one on are not spoken of. */
  readonly heads: number;
};

/**
 * Learns a residual over the shipped model from the whole log at once (batch retraining beats single steps by 5 to 7 points),
 * by AdaGrad with shrinking. The same log gives the same layer. 2,000 corrections take under a second of one core.
 */
export const learnLayerWeights = (
  weights: Weights,
  read: FeatureReader,
  corrections: readonly Correction[],
): LayerWeights => {
  const lessons = corrections
    .slice(-MOST_CORRECTIONS)
    .map((correction) => lessonOf(weights, read, correction));
  const layer = {
    places: new Float32Array(PLACES * H),
    clues: new Float32Array(clues.length * H),
    biases: new Float32Array(H),
  };
  const past = {
    places: new Float32Array(PLACES * H).fill(1e-2),
    clues: new Float32Array(clues.length * H).fill(1),
    biases: new Float32Array(H).fill(1),
  };
  const errors = new Float64Array(H);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < lessons.length; turn += 1) {
      // A stride that is prime to most lengths mixes the order without chance.
      const lesson = lessons[(turn * 7_919 + round * 31) % lessons.length] as Lesson;
      errorsOf(weights, layer, lesson, errors);
      move(layer, past, lesson, errors);
    }
    shrink(layer.places);
    shrink(layer.clues);
    shrink(layer.biases);
  }
  return { size: lessons.length, ...layer };
};

/** What was learnt, in use. */
export const layerOf = (layer: LayerWeights): CompanyLayer => ({
  size: layer.size,
  adjust: (features, sums) => addLayer(layer, features, sums),
});

/** Both at once: for few corrections, and where nobody waits. */
export const learnLayer = (...given: Parameters<typeof learnLayerWeights>): CompanyLayer =>
  layerOf(learnLayerWeights(...given));

type Layer = Omit<LayerWeights, 'size'>;

const lessonOf = (weights: Weights, read: FeatureReader, correction: Correction): Lesson => {
  const features = read(correction.text);
  const { wordCount, gramCount } = features;
  const sums = new Float64Array(H);
  scoreFeatures(weights, features, sums);
  const wanted = wantedByCorrection(correction);
  const places = allPlaces(features).map((place) => place % PLACES);
  return {
    places,
    wordCount,
    wordValue: wordFactor(wordCount),
    gramValue: gramFactor(gramCount),
    clues: Float32Array.from(features.clues),
    sums,
    wanted,
    heads: wanted.findLastIndex((goal) => goal !== UNSAID) + 1,
  };
};

const errorsOf = (weights: Weights, layer: Layer, lesson: Lesson, errors: Float64Array): void => {
  errors.set(lesson.sums);
  const { places, wordCount, wordValue, gramValue, heads: count } = lesson;
  addRow(layer.biases, 0, 1, errors, count);
  for (let at = 0; at < places.length; at += 1)
    addRow(layer.places, (places[at] as number) * H, at < wordCount ? wordValue : gramValue, errors, count);
  for (let clue = 0; clue < lesson.clues.length; clue += 1) {
    const value = lesson.clues[clue] as number;
    if (value !== 0) addRow(layer.clues, clue * H, value, errors, count);
  }
  for (let head = 0; head < count; head += 1) {
    const goal = lesson.wanted[head] as number;
    const calibration = weights.calibrations[head];
    errors[head] =
      goal === UNSAID || !calibration ? 0 : probabilityOf(errors[head] as number, calibration) - goal;
  }
};

/** To the first `count` sums. */
const addRow = (from: Float32Array, row: number, value: number, sums: Float64Array, count: number): void => {
  for (let head = 0; head < count; head += 1)
    sums[head] = (sums[head] as number) + (from[row + head] as number) * value;
};

const move = (layer: Layer, past: Layer, lesson: Lesson, errors: Float64Array): void => {
  const { places, wordCount, wordValue, gramValue, heads: count } = lesson;
  const step = { errors, count };
  for (let at = 0; at < places.length; at += 1) {
    const value = at < wordCount ? wordValue : gramValue;
    moveRow(layer.places, past.places, (places[at] as number) * H, value, RATE, step);
  }
  for (let clue = 0; clue < lesson.clues.length; clue += 1) {
    const value = lesson.clues[clue] as number;
    if (value !== 0) moveRow(layer.clues, past.clues, clue * H, value, CLUE_RATE, step);
  }
  moveRow(layer.biases, past.biases, 0, 1, CLUE_RATE, step);
};

const moveRow = (
  weights: Float32Array,
  past: Float32Array,
  row: number,
  value: number,
  rate: number,
  { errors, count }: { readonly errors: Float64Array; readonly count: number },
): void => {
  for (let head = 0; head < count; head += 1) {
    const slope = (errors[head] as number) * value;
    if (slope === 0) continue;
    const steepness = (past[row + head] as number) + slope * slope;
    past[row + head] = steepness;
    weights[row + head] = (weights[row + head] as number) - (rate * slope) / Math.sqrt(steepness);
  }
};

const shrink = (weights: Float32Array): void => {
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] as number) * KEEP;
};

const addLayer = (layer: Layer, features: Features, sums: Float64Array): void => {
  const words = wordFactor(features.wordCount);
  const grams = gramFactor(features.gramCount);
  for (let at = 0; at < features.wordCount; at += 1)
    addRow(layer.places, ((features.words[at] as number) % PLACES) * H, words, sums, H);
  for (const fact of features.facts) {
    for (const place of fact ? gramsOf(fact) : []) addRow(layer.places, (place % PLACES) * H, grams, sums, H);
  }
  for (let clue = 0; clue < features.clues.length; clue += 1) {
    const value = features.clues[clue] as number;
    if (value !== 0) addRow(layer.clues, clue * H, value, sums, H);
  }
  addRow(layer.biases, 0, 1, sums, H);
};
