import { eld } from 'eld/extrasmall';
import type { WordFacts } from '../features/word-facts.ts';
import type { Token } from '../text/tokenise.ts';
import { ballots, votingLanguages } from './function-words.ts';

/** A text of so many small words of one language, and hardly any of another, needs no more looking. */
const CLEAR_VOTES = 2;
/** What is longer is told from its beginning. */
const MOST_CHARACTERS = 400;
const MOST_WORDS = 40;

/**
 * The language of a text as ISO 639-1, or null when nothing in it tells (pictures, numbers, a name). Small words are counted
 * first; where they do not decide, pieces of words do (ELD by Nito T.M., Apache-2.0). `likely` is what a word or two are taken
 * for when our word lists know them.
 */
export const identifyLanguage = (
  tokens: readonly Token[],
  facts: readonly (Pick<WordFacts, 'folded' | 'keys'> | undefined)[],
  likely?: string,
): string | null => {
  const votes = new Array<number>(votingLanguages.length).fill(0);
  let words = 0;
  let familiar = 0;
  for (let at = 0; at < tokens.length && words < MOST_WORDS; at += 1) {
    const token = tokens[at] as Token;
    const fact = token.kind === 'word' && token.raw.charCodeAt(0) !== 35 ? facts[at] : undefined;
    if (!fact) continue;
    words += 1;
    if (fact.keys.length > 0) familiar += 1;
    const ballot = ballots.get(fact.folded);
    if (ballot !== undefined) vote(votes, ballot);
  }
  if (words === 0) return null;
  const [first, second] = firstTwo(votes);
  if (first.votes >= clearVotes(words) && first.votes > second.votes * 2.5) return first.language;
  return byPieces(tokens, words, familiar, first, second, likely);
};

/** Of a few words one that is small and of one language only is enough. */
const clearVotes = (words: number): number => (words <= 6 ? 1 : CLEAR_VOTES);

/** A word that several languages have tells less of each. */
const vote = (votes: number[], ballot: number): void => {
  let shared = 0;
  for (let bits = ballot; bits > 0; bits &= bits - 1) shared += 1;
  for (let index = 0; index < votes.length; index += 1)
    if (ballot & (1 << index)) votes[index] = (votes[index] as number) + 1 / shared;
};

type Standing = { readonly language: string; readonly votes: number };

const firstTwo = (votes: readonly number[]): [Standing, Standing] => {
  let [first, second] = [0, 1];
  for (let index = 0; index < votes.length; index += 1) {
    if ((votes[index] as number) > (votes[first] as number)) {
      second = first;
      first = index;
    } else if (index !== first && (votes[index] as number) > (votes[second] as number)) second = index;
  }
  return [standing(votes, first), standing(votes, second)];
};

const standing = (votes: readonly number[], index: number): Standing => ({
  language: votingLanguages[index] ?? 'it',
  votes: votes[index] as number,
});

const byPieces = (
  tokens: readonly Token[],
  words: number,
  familiar: number,
  first: Standing,
  second: Standing,
  likely: string | undefined,
): string | null => {
  const plain = plainText(tokens);
  const { language } = eld.detect(plain);
  if (first.votes >= 1 && first.votes > second.votes * 1.8 && (language === '' || words < 6))
    return first.language;
  // A word or two of a text for an Italian company is Italian when our lists know it.
  if (likely && words <= 3 && familiar > 0) return likely;
  if (language === '') return first.votes > 0 ? first.language : (likely ?? null);
  return language;
};

/** The words alone: accounts, links and tags belong to no language. */
const plainText = (tokens: readonly Token[]): string => {
  let plain = '';
  for (const { kind, raw } of tokens) {
    if (kind === 'word' && !raw.startsWith('#')) plain += `${raw} `;
    if (plain.length > MOST_CHARACTERS) break;
  }
  return plain.toLowerCase();
};
