import type { LastWords } from './candidate.ts';

/** What was read in words of theirs, and where they were said. */
export type WordsRead = {
  readonly needsReply: boolean;
  readonly intents: readonly string[];
  readonly polarity: string;
  /** The reading is a guess, and may be bad: a person must look. */
  readonly unsure: boolean;
  readonly thanks: boolean;
  /** Spoken to us, not merely about us. */
  readonly addressed: boolean;
  /** We can answer where they were said. */
  readonly canAnswer: boolean;
};

type Called = Pick<LastWords, 'needsReply' | 'question' | 'thanks' | 'praise' | 'complaint' | 'leftUnhappy'>;

/**
 * What words call for. A complaint that was only guessed is not told as one, to nobody's face: whoever said them waits for
 * an answer, and whoever answers sees for themselves.
 */
export const callOf = (words: WordsRead): Called => {
  const { intents, polarity, unsure, canAnswer } = words;
  const waits = canAnswer && words.addressed;
  const isBad = intents.includes('complaint') || intents.includes('churn');
  return {
    needsReply: waits && (words.needsReply || (unsure && isBad)),
    question: waits && intents.includes('question'),
    thanks: words.thanks && (polarity === 'pos' || polarity === 'neu'),
    praise: intents.includes('praise'),
    complaint: canAnswer && !unsure && intents.includes('complaint'),
    leftUnhappy: canAnswer && !unsure && intents.includes('churn'),
  };
};
