import { isFunctionWord } from '../../../language/index.ts';
import { foldText } from '../../../platform/text/index.ts';
import { emptyWords } from './empty-words.ts';

export type WordCount = {
  /** One word, as it is written; case and accents do not matter. */
  readonly word: string;
  /** By how many people it is used (how often, where people are not known). */
  readonly count: number;
};

export type DistinctiveWord = {
  /** The form most used. */
  readonly word: string;
  /** Folded, without its ending: what singular and plural have in common. */
  readonly stem: string;
  /** Dunning's G squared. */
  readonly score: number;
};

/** One chance in a thousand (chi squared, one degree of freedom). */
const surely = 10.83;
/** How much more often than elsewhere, at least. */
const timesMore = 1.5;
const fewest = 3;

/**
 * The words by which each group differs from all the others together, most distinctive first: log-likelihood ratio of
 * its counts against theirs (Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
 * Linguistics 19, 1993). Small words of Italian and English, greetings, numbers and addresses do not count; forms of one
 * word that differ in their ending count together. Where there is one group only, its most frequent words.
 */
export const distinctiveWords = (
  groups: readonly (readonly WordCount[])[],
): readonly (readonly DistinctiveWord[])[] => {
  const counted = groups.map(countStems);
  const totals = counted.map(total);
  const everywhere = new Map<string, number>();
  for (const stems of counted)
    for (const [stem, { count }] of stems) everywhere.set(stem, (everywhere.get(stem) ?? 0) + count);
  const all = totals.reduce((sum, each) => sum + each, 0);
  return counted.map((stems, at) => {
    const inside = totals[at] as number;
    return [...stems]
      .flatMap(([stem, { word, count }]) => {
        const elsewhere = (everywhere.get(stem) as number) - count;
        const score = count < fewest ? 0 : howDistinctive(count, inside, elsewhere, all - inside);
        return score === 0 ? [] : [{ word, stem, score }];
      })
      .sort((a, b) => b.score - a.score || (a.stem < b.stem ? -1 : 1));
  });
};

/** Zero when chance would do. */
const howDistinctive = (count: number, inside: number, elsewhere: number, outside: number): number => {
  if (outside === 0) return count;
  const share = (count + elsewhere) / (inside + outside);
  if (count / inside < timesMore * (elsewhere / outside)) return 0;
  const score = 2 * (surprise(count, inside * share) + surprise(elsewhere, outside * share));
  return score < surely ? 0 : score;
};

const surprise = (seen: number, expected: number): number =>
  seen === 0 ? 0 : seen * Math.log(seen / expected);

type Stem = { readonly word: string; readonly count: number; readonly most: number };

const countStems = (words: readonly WordCount[]): ReadonlyMap<string, Stem> => {
  const stems = new Map<string, Stem>();
  for (const { word, count } of words) {
    const shown = word.normalize('NFC').toLowerCase();
    if (!(count > 0) || !saysSomething(shown)) continue;
    const stem = stemOf(foldText(shown));
    const known = stems.get(stem);
    const better = !known || count > known.most || (count === known.most && shown < known.word);
    stems.set(stem, {
      word: better ? shown : known.word,
      count: (known?.count ?? 0) + count,
      most: Math.max(known?.most ?? 0, count),
    });
  }
  return stems;
};

const total = (stems: ReadonlyMap<string, Stem>): number => {
  let sum = 0;
  for (const { count } of stems.values()) sum += count;
  return sum;
};

export const saysSomething = (word: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’-]{2,24}$/u.test(word) &&
  !isFunctionWord(word, 'it') &&
  !isFunctionWord(word, 'en') &&
  !emptyWords.has(foldText(word));

/** Without the vowel, or the s, by which numbers and genders differ: vino and vini, bread and breads. */
export const stemOf = (folded: string): string => {
  const cut = folded.replace(/(?:[aeio]|es|s)$/, '');
  return cut.length >= 3 ? cut : folded;
};
