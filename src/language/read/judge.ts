import { clueIndex } from '../features/clues.ts';
import { headIndex, intents, lodgingAspects, otherAspects } from '../model/heads.ts';
import { probabilityOf } from '../model/score.ts';
import type { Calibration, Weights } from '../model/weights.ts';

/** A question put to the model: what it is called in a reading, and the head that answers. */
export type Question = {
  readonly name: string;
  readonly head: number;
  /** The clue that words of the lexicon leave when they point to it. */
  readonly clue?: number;
};

export type Judgement = Question & { readonly probability: number };

export type Judge = {
  /** How likely a head's yes is. */
  probability(head: number, sums: Float64Array): number;
  /** The questions that are answered with yes, with how likely they are. `clues`: what the lexicon counted. */
  yesses(questions: readonly Question[], sums: Float64Array, clues?: Float32Array): Judgement[];
};

/** Most answers are no: where a head's sum begins to mean yes is worked out once, and the rest only for a yes. */
export const createJudge = ({ calibrations }: Weights): Judge => {
  const cuts = calibrations.map((each) => cutAt(each, each.threshold));
  const cutsWhenNamed = calibrations.map((each) => cutAt(each, each.whenNamed));
  const probability = (head: number, sums: Float64Array): number => {
    const calibration = calibrations[head];
    return calibration ? probabilityOf(sums[head] as number, calibration) : 0;
  };
  return {
    probability,
    yesses: (questions, sums, clues) => {
      const found: Judgement[] = [];
      for (const { name, head, clue } of questions) {
        const isNamed = clue !== undefined && (clues?.[clue] ?? 0) > 0;
        const cut = (isNamed ? cutsWhenNamed : cuts)[head] ?? Number.POSITIVE_INFINITY;
        if ((sums[head] as number) < cut || found.some((each) => each.name === name)) continue;
        found.push({ name, head, probability: probability(head, sums) });
      }
      return found;
    },
  };
};

/** The sum from which on a head's probability is at least this. */
const cutAt = ({ slope, shift }: Calibration, threshold: number): number =>
  slope > 0 ? (Math.log(threshold / (1 - threshold)) - shift) / slope : Number.POSITIVE_INFINITY;

export const intentQuestions: readonly Question[] = intents.map((name) => ({ name, head: headIndex[name] }));
export const replyQuestions: readonly Question[] = (['needs_reply', 'toxic'] as const).map((name) => ({
  name,
  head: headIndex[name],
}));
const aspectQuestion = (name: (typeof otherAspects)[number]): Question => ({
  name,
  head: headIndex[`aspect:${name}`],
  clue: clueIndex[`aspect:${name}`],
});
/** Of a place to sleep: what is said of the price is said of what one gets for it. */
const lodgingQuestions: readonly Question[] = [
  ...lodgingAspects.map(aspectQuestion),
  { ...aspectQuestion('price'), name: 'value' },
];
const otherQuestions: readonly Question[] = otherAspects.map(aspectQuestion);
const bothQuestions: readonly Question[] = [...lodgingQuestions, ...otherQuestions];

/** From here on a text is of a place to sleep; below the second it is of something else; between them it may be either. */
const LODGING = 0.5;
const PERHAPS_LODGING = 0.1;

/** The names of aspects that apply to a text which is of a place to sleep with this probability. */
export const aspectQuestions = (lodging: number): readonly Question[] =>
  lodging >= LODGING ? lodgingQuestions : lodging < PERHAPS_LODGING ? otherQuestions : bothQuestions;
