import type { Answer } from './use-afterwards.ts';
import type { words } from './words.ts';

type W = (typeof words)['it'];

/** The words of each choice, the worst first. */
export const choicesOf = (
  w: W,
  { question, scale }: Pick<Answer, 'question' | 'scale'>,
): readonly string[] =>
  question === 'solved' ? w.choices.solved3 : scale === 5 ? w.choices.how5 : w.choices.how3;

/** An answer as a person says it. */
export const sayAnswer = (w: W, answer: Pick<Answer, 'question' | 'scale' | 'score'>): string =>
  answer.score === null ? w.inWords : (choicesOf(w, answer)[answer.score - 1] ?? w.inWords);
