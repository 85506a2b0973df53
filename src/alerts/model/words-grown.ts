import { isFunctionWord } from '../../language/index.ts';
import { foldText } from '../../platform/text/index.ts';

export type GrownWord = { readonly word: string; readonly now: number; readonly before: number };

const FEWEST = 3;
/** Standard deviations. */
const CLEAR = 2;

/**
 * The words by which these texts differ from those before, the clearest first. Definition: log odds ratio with an informative Dirichlet
 * prior, here the words of both together, divided by its standard deviation (Monroe, Colaresi and Quinn, "Fightin' Words", Political
 * Analysis 16, 2008). Each text counts a word once. `except` are words that all have, such as those of the watch.
 */
export const wordsGrown = (
  now: readonly string[],
  before: readonly string[],
  except: readonly string[] = [],
  most = 6,
): readonly GrownWord[] => {
  const left = new Set(except.flatMap(wordsIn).map(({ folded }) => folded));
  const [recent, past] = [count(now), count(before)];
  const [n, m] = [Math.max(1, now.length), Math.max(1, before.length)];
  return [...recent.counts]
    .flatMap(([folded, inNow]) => {
      const inPast = past.counts.get(folded) ?? 0;
      if (inNow < FEWEST || left.has(folded)) return [];
      const prior = (10 * (inNow + inPast)) / (n + m);
      const odds = (heard: number, all: number) => Math.log((heard + prior) / (all + 10 - heard - prior + 1));
      const deviation = Math.sqrt(1 / (inNow + prior) + 1 / (inPast + prior));
      const score = (odds(inNow, n) - odds(inPast, m)) / deviation;
      return score < CLEAR
        ? []
        : [{ score, word: recent.written.get(folded) ?? folded, now: inNow, before: inPast }];
    })
    .sort((a, b) => b.score - a.score || b.now - a.now || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ score: _score, ...word }) => word);
};

const count = (texts: readonly string[]) => {
  const [counts, written] = [new Map<string, number>(), new Map<string, string>()];
  for (const text of texts) {
    const seen = new Map(wordsIn(text).map(({ folded, word }) => [folded, word]));
    for (const [folded, word] of seen) {
      counts.set(folded, (counts.get(folded) ?? 0) + 1);
      if (!written.has(folded)) written.set(folded, word.toLowerCase());
    }
  }
  return { counts, written };
};

const wordsIn = (text: string) =>
  [...text.replace(/https?:\/\/\S+|[@]\S+/g, ' ').matchAll(/[\p{L}\p{M}]{3,30}/gu)]
    .map(([word]) => ({ word, folded: foldText(word) }))
    .filter(({ folded }) => !isFunctionWord(folded, 'it') && !isFunctionWord(folded, 'en'));
