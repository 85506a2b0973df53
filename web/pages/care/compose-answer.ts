/** The four parts of an answer to a complaint; the last two are for its end. */
export type AnswerParts = {
  readonly acknowledge: string;
  readonly next: string;
  readonly when: string;
  readonly name: string;
};

/** Each part as a sentence of its own, signed by a person; what was left empty is left out. */
export const composeAnswer = ({ acknowledge, next, when, name }: AnswerParts): string => {
  const step = [next.trim().replace(/[.\s]+$/, ''), when.trim().replace(/[.\s]+$/, '')]
    .filter(Boolean)
    .join(' ');
  return [acknowledge.trim(), step && `${step}.`, name.trim()].filter(Boolean).join('\n\n');
};

/** After what was being written already, never over it. */
export const appendTo = (draft: string, answer: string): string =>
  draft.trim() === '' ? answer : `${draft.trimEnd()}\n\n${answer}`;
