import type { Correction } from '../../language/index.ts';
import { type Judgement, joinJudgements } from './judgement.ts';
import { wholeText } from './readable-text.ts';

/** A text and all that people said of it. */
export type Lesson = {
  readonly title: string | null;
  readonly body: string;
  readonly heldBack: boolean;
  readonly said: readonly Judgement[];
};

/** As the layer learns it: of each part the last word. */
export const correctionOf = (lesson: Lesson): Correction => {
  const { aspects, ...said } = joinJudgements(lesson.said);
  return {
    text: wholeText(lesson),
    ...said,
    ...(aspects ? { aspects: aspects.map(({ aspect }) => aspect) } : {}),
  };
};
