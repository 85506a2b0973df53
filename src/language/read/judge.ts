import { headIndex, intents, lodgingAspects, otherAspects } from '../model/heads.ts';
import { probabilityOf } from '../model/score.ts';
import type { Weights } from '../model/weights.ts';

/** A question put to the model: what it is called in a reading, and the head that answers. */
export type Question = { readonly name: string; readonly head: number };

export type Judgement = Question & { readonly probability: number };

export type Judge = {
  /** How likely a head's yes is. */
  probability(head: number, sums: Float64Array): number;
  saysYes(head: number, sums: Float64Array): boolean;
  /** The questions that are answered with yes, with how likely they are. */
  yesses(questions: readonly Question[], sums: Float64Array): Judgement[];
};

/** Most answers are no: where a head's sum begins to mean yes is worked out once, and the rest only for a yes. */
export const createJudge = ({ calibrations }: Weights): Judge => {
  const cuts = calibrations.map(({ slope, shift, threshold }) =>
    slope > 0 ? (Math.log(threshold / (1 - threshold)) - shift) / slope : Number.POSITIVE_INFINITY,
  );
  const probability = (head: number, sums: Float64Array): number => {
    const calibration = calibrations[head];
    return calibration ? probabilityOf(sums[head] as number, calibration) : 0;
  };
  const saysYes = (head: number, sums: Float64Array): boolean =>
    (sums[head] as number) >= (cuts[head] ?? Number.POSITIVE_INFINITY);
  return {
    probability,
    saysYes,
    yesses: (questions, sums) => {
      const found: Judgement[] = [];
      for (const { name, head } of questions)
        if (saysYes(head, sums)) found.push({ name, head, probability: probability(head, sums) });
      return found;
    },
  };
};

export const intentQuestions: readonly Question[] = intents.map((name) => ({ name, head: headIndex[name] }));
export const replyQuestions: readonly Question[] = (['needs_reply', 'toxic'] as const).map((name) => ({
  name,
  head: headIndex[name],
}));
const aspectQuestion = (name: (typeof otherAspects)[number]): Question => ({
  name,
  head: headIndex[`aspect:${name}`],
});
export const lodgingQuestions: readonly Question[] = lodgingAspects.map(aspectQuestion);
export const otherQuestions: readonly Question[] = otherAspects.map(aspectQuestion);
