import type { Polarity, Reading } from '../../language/index.ts';
import type { Judgement } from './judgement.ts';

/** How well texts are read by the measure of what people said of them; null where nothing can be measured. */
export type Figures = {
  /** Mean of the F1 of good and of bad feelings. */
  readonly polarityF1: number | null;
  readonly complaintF1: number | null;
  /** Over all intents together (micro-F1). */
  readonly intentsF1: number | null;
  /** Share of texts where everything that people said was read. */
  readonly agreement: number;
};

export type Measured = { readonly said: Judgement; readonly read: Reading };

export const figuresOf = (measured: readonly Measured[]): Figures => {
  const feelings = measured.flatMap(({ said, read }) =>
    said.polarity ? [{ said: said.polarity, read: read.polarity }] : [],
  );
  const meant = measured.flatMap(({ said, read }) =>
    said.intents
      ? [{ said: said.intents as readonly string[], read: read.intents as readonly string[] }]
      : [],
  );
  return {
    polarityF1: mean([feelingF1(feelings, 'pos'), feelingF1(feelings, 'neg')]),
    complaintF1: f1(meant.map(({ said, read }) => [said.includes('complaint'), read.includes('complaint')])),
    intentsF1: f1(
      meant.flatMap(({ said, read }) =>
        [...new Set([...said, ...read])].map((each) => [said.includes(each), read.includes(each)] as const),
      ),
    ),
    agreement: measured.length === 0 ? 0 : rounded(measured.filter(agrees).length / measured.length),
  };
};

const feelingF1 = (
  all: readonly { readonly said: Polarity; readonly read: Polarity }[],
  feeling: 'pos' | 'neg',
): number | null => {
  const holds = (polarity: Polarity): boolean => polarity === feeling || polarity === 'mixed';
  return f1(all.map(({ said, read }) => [holds(said), holds(read)]));
};

/** Of pairs (said, read); null when there was nothing to find and nothing was found. */
const f1 = (pairs: readonly (readonly [boolean, boolean])[]): number | null => {
  const right = pairs.filter(([said, read]) => said && read).length;
  const wrong = pairs.filter(([said, read]) => said !== read).length;
  return right + wrong === 0 ? null : rounded((2 * right) / (2 * right + wrong));
};

const mean = (values: readonly (number | null)[]): number | null => {
  const there = values.filter((value) => value !== null);
  return there.length === 0 ? null : rounded(there.reduce((sum, value) => sum + value, 0) / there.length);
};

const agrees = ({ said, read }: Measured): boolean =>
  (said.polarity === undefined || said.polarity === read.polarity) &&
  (said.needsReply === undefined || said.needsReply === read.needsReply) &&
  (said.toxic === undefined || said.toxic === read.toxic) &&
  (said.intents === undefined || sameSet(said.intents, read.intents)) &&
  (said.aspects === undefined || sameSet(said.aspects.map(nameOf), read.aspects.map(nameOf)));

const nameOf = ({ aspect }: { readonly aspect: string }): string => aspect;

const sameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((each) => others.includes(each)) && others.every((each) => some.includes(each));

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
