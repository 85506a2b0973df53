/**
 * How near a text is to the words of a field. Definition: BM25 = sum over the field's words of
 * idf * tf (k1 + 1) / (tf + k1 (1 - b + b * length / mean length)), idf = ln(1 + (N - n + .5) / (n + .5)), k1 = 1.2, b = .75.
 * Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009. Given as a share of the most that the
 * field's words could give (every one of them, often), so 0..1 and comparable between fields.
 */
import { wordsIn } from './words-in.ts';

const K1 = 1.2;
const B = 0.75;

export type Nearness = {
  /** 0..1 */
  readonly value: number;
  /** The field's words that were found, the most telling first. */
  readonly found: readonly string[];
};

/** One answer for each of `texts` (all that a person wrote as one text), in order. */
export const nearnessToField = (
  texts: readonly string[],
  fieldWords: readonly string[],
): readonly Nearness[] => {
  const field = countField(fieldWords);
  for (const text of texts) field.add(text);
  return field.judge();
};

/** The same for texts that come one after the other: of each only its counts are kept. */
export const countField = (
  fieldWords: readonly string[],
): { add(text: string): void; judge(): readonly Nearness[] } => {
  const asked = new Map(fieldWords.flatMap((words) => wordsIn(words)).map(({ stem, word }) => [stem, word]));
  const counted: Counted[] = [];
  return {
    add: (text) => {
      const words = wordsIn(text);
      const stems = words.map(({ stem }) => stem);
      counted.push({ length: words.length, times: timesOf(stems, asked) });
    },
    judge: () => judgeCounts(counted, asked),
  };
};

type Counted = { readonly length: number; readonly times: ReadonlyMap<string, number> };

const judgeCounts = (
  counted: readonly Counted[],
  asked: ReadonlyMap<string, string>,
): readonly Nearness[] => {
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length) || 1;
  const weights = new Map([...asked.keys()].map((stem) => [stem, rarity(stem, counted)]));
  const most = [...weights.values()].reduce((sum, idf) => sum + idf * (K1 + 1), 0);
  return counted.map(({ length, times }) => {
    const found = [...times]
      .map(([stem, tf]) => ({ stem, gives: (weights.get(stem) ?? 0) * saturated(tf, length / mean) }))
      .sort((a, b) => b.gives - a.gives || (a.stem < b.stem ? -1 : 1));
    const sum = found.reduce((total, { gives }) => total + gives, 0);
    return { value: most > 0 ? sum / most : 0, found: found.map(({ stem }) => asked.get(stem) ?? stem) };
  });
};

const timesOf = (
  stems: readonly string[],
  asked: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const stem of stems) if (asked.has(stem)) times.set(stem, (times.get(stem) ?? 0) + 1);
  return times;
};

const rarity = (stem: string, counted: readonly Counted[]): number => {
  const having = counted.filter(({ times }) => times.has(stem)).length;
  return Math.log(1 + (counted.length - having + 0.5) / (having + 0.5));
};

const saturated = (times: number, relativeLength: number): number =>
  (times * (K1 + 1)) / (times + K1 * (1 - B + B * relativeLength));
