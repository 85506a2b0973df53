import type { WordFacts } from '../features/word-facts.ts';
import type { Token } from '../text/tokenise.ts';
import { votingLanguages } from './function-words.ts';
import { languagesOfWord, spokenFor, type WordLanguages } from './word-languages.ts';

/** A text of so many small words of one language, and hardly any of another, needs no more looking. */
const CLEAR_VOTES = 2;
/** How many times the votes of the second are "hardly any": of a text, and of a few words, of which there is less to look at. */
const FAR_AHEAD = 2.5;
const AHEAD = 1.8;
const A_FEW = 6;
/** What is longer is told from its beginning. */
const MOST_CHARACTERS = 400;
const MOST_WORDS = 40;

type Facts = readonly (WordFacts | undefined)[];

/**
 * The language of a text as ISO 639-1, or null when nothing in it tells (pictures, numbers, a name). Small words are counted
 * first; where they do not decide, pieces of words do (ELD by Nito T.M., Apache-2.0). `likely` is what a word or two are taken
 * for when our word lists know them. Not to be shared between threads.
 */
export const identifyLanguage = (tokens: readonly Token[], facts: Facts, likely?: string): string | null => {
  votes.fill(0);
  let words = 0;
  let familiar = 0;
  for (let at = 0; at < tokens.length && words < MOST_WORDS; at += 1) {
    const fact = wordAt(tokens, facts, at);
    if (!fact) continue;
    words += 1;
    if (fact.keys.length > 0) familiar += 1;
    if (fact.ballot > 0) vote(fact.ballot);
  }
  if (words === 0) return null;
  const [first, ahead] = leader();
  const most = votes[first] as number;
  const leading = votingLanguages[first] as string;
  if (most >= (words <= A_FEW ? 1 : CLEAR_VOTES) && ahead > FAR_AHEAD) return leading;
  if (most >= 1 && ahead > AHEAD && words < A_FEW) return leading;
  // A word or two of a text for an Italian company is Italian when our lists know it.
  if (likely && words <= 3 && familiar > 0) return likely;
  return byPieces(tokens, facts) ?? (most > 0 ? leading : (likely ?? null));
};

/** Accounts, links and tags belong to no language. */
const wordAt = (tokens: readonly Token[], facts: Facts, at: number): WordFacts | undefined => {
  const { kind, raw } = tokens[at] as Token;
  return kind === 'word' && raw.charCodeAt(0) !== 35 ? facts[at] : undefined;
};

const votes = new Float64Array(votingLanguages.length);

/** A word that several languages have tells less of each. */
const vote = (ballot: number): void => {
  let shared = 0;
  for (let bits = ballot; bits > 0; bits &= bits - 1) shared += 1;
  for (let index = 0; index < votes.length; index += 1)
    if (ballot & (1 << index)) votes[index] = (votes[index] as number) + 1 / shared;
};

/** Who has the most votes, and how many times those of the second. */
const leader = (): readonly [number, number] => {
  let [first, second] = [0, 1];
  for (let index = 0; index < votes.length; index += 1) {
    if ((votes[index] as number) > (votes[first] as number)) {
      second = first;
      first = index;
    } else if (index !== first && (votes[index] as number) > (votes[second] as number)) second = index;
  }
  return [first, (votes[first] as number) / Math.max(votes[second] as number, Number.MIN_VALUE)];
};

/** Where small words do not decide, the pieces of all words do; null when no language has them. */
const byPieces = (tokens: readonly Token[], facts: Facts): string | null => {
  points.fill(0);
  for (let at = 0, looked = 0; at < tokens.length && looked < MOST_CHARACTERS; at += 1) {
    const fact = wordAt(tokens, facts, at);
    if (!fact) continue;
    const { raw } = tokens[at] as Token;
    looked += raw.length + 1;
    fact.languages ??= languagesOfWord(raw.slice(0, MOST_CHARACTERS).toLowerCase());
    addPoints(fact.languages);
  }
  let best = -1;
  for (let at = 0; at < spokenFor.length; at += 1)
    if ((points[at] as number) > (best < 0 ? 0 : (points[best] as number))) best = at;
  return spokenFor[best] ?? null;
};

/** More than the languages that ELD knows. */
const points = new Float64Array(128);

const addPoints = (word: WordLanguages): void => {
  for (let at = 0; at < word.places.length; at += 1) {
    const place = word.places[at] as number;
    points[place] = (points[place] as number) + (word.points[at] as number);
  }
};
