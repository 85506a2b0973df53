import { isFunctionWord } from '../../../language/index.ts';
import { wordsOf } from '../words-of.ts';

export type GrownWord = {
  /** The form most used. */
  readonly word: string;
  /** In how many texts of the time looked at, and of the time before. */
  readonly now: number;
  readonly before: number;
  /** The difference of log-odds in standard deviations: from about 2 on chance alone would hardly do it. */
  readonly z: number;
};

/** Weight of the prior, as a part of all words seen: as if so many more had been seen in the proportions of both times together. */
const PRIOR = 0.1;
const FEWEST_TEXTS = 3;
/** One in forty by chance, for a single word. */
const SURELY = 1.96;

/**
 * The words that stand in more texts now than before, the surest first: log-odds ratio with an informative Dirichlet prior
 * (Monroe, Colaresi, Quinn, "Fightin' Words", Political Analysis 16(4), 2008), over the number of texts that hold a word.
 * Small words of Italian and English and numbers do not count; forms that differ in their last vowel count together.
 */
export const grownWords = (now: readonly string[], before: readonly string[]): readonly GrownWord[] => {
  const [current, earlier] = [countTexts(now), countTexts(before)];
  const [n1, n2] = [totalOf(current), totalOf(earlier)];
  const weight = PRIOR * (n1 + n2);
  return [...current]
    .flatMap(([stem, { count, forms }]) => {
      const was = earlier.get(stem)?.count ?? 0;
      const prior = PRIOR * (count + was);
      const odds = (seen: number, all: number) => Math.log((seen + prior) / (all + weight - seen - prior));
      const z = (odds(count, n1) - odds(was, n2)) / Math.sqrt(1 / (count + prior) + 1 / (was + prior));
      return count >= FEWEST_TEXTS && z >= SURELY
        ? [{ word: mostUsed(forms), now: count, before: was, z }]
        : [];
    })
    .sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1));
};

/** How much a text is made of words that grew: the sum of what each is sure by. */
export const weightOf = (text: string, grown: readonly GrownWord[]): number => {
  const stems = new Set(saying(text).map(({ stem }) => stem));
  return grown.reduce((sum, { word, z }) => sum + (stems.has(stemOf(fold(word))) ? z : 0), 0);
};

type Counted = { count: number; readonly forms: Map<string, number> };

const countTexts = (texts: readonly string[]): ReadonlyMap<string, Counted> => {
  const counted = new Map<string, Counted>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const { stem, form } of saying(text)) {
      if (seen.has(stem)) continue;
      seen.add(stem);
      const known = counted.get(stem) ?? { count: 0, forms: new Map<string, number>() };
      known.count += 1;
      known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
      counted.set(stem, known);
    }
  }
  return counted;
};

const saying = (text: string): readonly { readonly stem: string; readonly form: string }[] =>
  wordsOf(text).flatMap(({ folded, start, end }) => {
    const form = text.slice(start, end).toLowerCase();
    const says = /^\p{L}{3,30}$/u.test(folded) && !isFunctionWord(form, 'it') && !isFunctionWord(form, 'en');
    return says ? [{ stem: stemOf(folded), form }] : [];
  });

const fold = (word: string): string => wordsOf(word)[0]?.folded ?? word;

/** Numbers and genders of Italian are in the last vowel. */
const stemOf = (folded: string): string => (folded.length > 4 ? folded.replace(/[aeio]$/, '') : folded);

const mostUsed = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((best, each) => (each[1] > best[1] ? each : best))[0];

const totalOf = (counted: ReadonlyMap<string, Counted>): number =>
  Math.max(
    1,
    [...counted.values()].reduce((sum, { count }) => sum + count, 0),
  );
