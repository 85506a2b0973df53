import type { Intent, Polarity, Reading } from '../../language/index.ts';

/** What a person can say of a text; what they leave out is not said. */
export type Judgement = {
  readonly polarity?: Polarity | undefined;
  /** All of them: what is not among them is not meant. */
  readonly intents?: readonly Intent[] | undefined;
  readonly needsReply?: boolean | undefined;
  /** All of them. */
  readonly aspects?: readonly { readonly aspect: string; readonly polarity: Polarity }[] | undefined;
  readonly toxic?: boolean | undefined;
};

/** Everything that a reading judges. */
export type WholeJudgement = { readonly [Part in keyof Judgement]-?: NonNullable<Judgement[Part]> };

export const judgementOf = (reading: Reading): WholeJudgement => ({
  polarity: reading.polarity,
  intents: reading.intents,
  needsReply: reading.needsReply,
  aspects: reading.aspects,
  toxic: reading.toxic,
});

/** What several people said of one text, one after the other: of each part the last word counts. */
export const joinJudgements = (judgements: readonly Judgement[]): Judgement => {
  const said = judgements.flatMap((each) => Object.entries(each).filter(([, value]) => value !== undefined));
  return Object.fromEntries(said) as Judgement;
};
