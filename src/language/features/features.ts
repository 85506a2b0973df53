import type { CompiledLexicon } from '../lexicon/compile-lexicon.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import { clueIndex, clues } from './clues.ts';
import { bucketOf, hashText, joinHashes } from './hash.ts';
import { type Hints, hintsOf } from './hints.ts';
import { createWordBook, gramsOf, type WordFacts } from './word-facts.ts';

/** A text as the model sees it. The arrays are the reader's own and are written over by its next text. */
export type Features = {
  readonly tokens: readonly Token[];
  /** What is known of each token that is a word or an emoji. */
  readonly facts: readonly (WordFacts | undefined)[];
  /** Places of words, pairs of words and negated words. */
  readonly words: Int32Array;
  readonly wordCount: number;
  /** For each place of `words`: the token that it comes from. */
  readonly wordOwners: Int32Array;
  /** How many pieces the words have together: the places are in their facts. */
  readonly gramCount: number;
  /** One number for each clue. */
  readonly clues: Float32Array;
  readonly hints: Hints;
};

export type FeatureReader = (text: string) => Features;

const MOST_WORD_PLACES = 8_192;
const PAIR = 5;
const SIGN = 7;
const TEXT_START = hashText('start', SIGN);
const TEXT_END = hashText('end', SIGN);
const signs = {
  link: hashText('link', SIGN),
  account: hashText('account', SIGN),
  number: hashText('number', SIGN),
} as const;

/** A reader with this lexicon. Not to be shared between threads; each call answers from the same buffers. */
export const createFeatureReader = (lexicon: CompiledLexicon): FeatureReader => {
  const factsOf = createWordBook(lexicon);
  const words = new Int32Array(MOST_WORD_PLACES);
  const wordOwners = new Int32Array(MOST_WORD_PLACES);
  const clueValues = new Float32Array(clues.length);
  return (text) => {
    const tokens = tokenise(text);
    const facts = tokens.map((token) =>
      token.kind === 'word' || token.kind === 'emoji' ? factsOf(token.raw) : undefined,
    );
    const hints = hintsOf(tokens, facts, lexicon);
    let wordCount = 0;
    let gramCount = 0;
    const addWord = (place: number, owner: number): void => {
      if (wordCount === MOST_WORD_PLACES) return;
      words[wordCount] = place;
      wordOwners[wordCount] = owner;
      wordCount += 1;
    };
    let before = TEXT_START;
    for (let at = 0; at < tokens.length; at += 1) {
      const fact = facts[at];
      const hash = fact?.hash ?? signHash(tokens[at] as Token);
      addWord(fact?.bucket ?? bucketOf(hash), at);
      addWord(bucketOf(joinHashes(before, hash, PAIR)), at);
      if (fact && hints.negated[at] === 1) addWord(fact.negatedBucket, at);
      before = hash;
      if (fact) gramCount += fact.gramCount;
    }
    if (tokens.length > 0) addWord(bucketOf(joinHashes(before, TEXT_END, PAIR)), tokens.length - 1);
    fillClues(clueValues, text, tokens, facts, hints);
    return {
      tokens,
      facts,
      words,
      wordCount,
      gramCount,
      wordOwners,
      clues: clueValues,
      hints,
    };
  };
};

const signHash = ({ kind, raw }: Token): number => {
  if (kind === 'link' || kind === 'account' || kind === 'number') return signs[kind];
  return hashText(raw, SIGN, 0, Math.min(raw.length, 3));
};

const fillClues = (
  values: Float32Array,
  text: string,
  tokens: readonly Token[],
  facts: readonly (WordFacts | undefined)[],
  hints: Hints,
): void => {
  values.fill(0);
  const { good, bad, goodOpen, badOpen } = hints.sums;
  values[clueIndex.goodWords] = Math.log1p(good);
  values[clueIndex.badWords] = Math.log1p(bad);
  values[clueIndex.goodWordsOpen] = Math.log1p(goodOpen);
  values[clueIndex.badWordsOpen] = Math.log1p(badOpen);
  values[clueIndex.balance] = balanceOf(good + goodOpen / 2, bad + badOpen / 2);
  values[clueIndex.balanceAtEnd] = balanceOf(hints.end.good, hints.end.bad);
  values[clueIndex.anyGood] = good > 0 ? 1 : 0;
  values[clueIndex.anyBad] = bad > 0 ? 1 : 0;
  values[clueIndex.goodEmoji] = Math.log1p(hints.emoji.good);
  values[clueIndex.badEmoji] = Math.log1p(hints.emoji.bad);
  for (const [clue, count] of hints.counts) values[clue] = Math.log1p(count);
  countForms(values, text, tokens, facts);
};

const balanceOf = (good: number, bad: number): number => (good - bad) / (good + bad + 1);

const countForms = (
  values: Float32Array,
  text: string,
  tokens: readonly Token[],
  facts: readonly (WordFacts | undefined)[],
): void => {
  const count = { question: 0, exclamation: 0, dots: 0, shouted: 0, stretched: 0, words: 0, money: 0 };
  const kinds = { word: 0, number: 0, emoji: 0, mark: 0, account: 0, link: 0 };
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, raw } = tokens[at] as Token;
    kinds[kind] += 1;
    if (kind === 'mark') {
      if (raw.includes('?')) count.question += 1;
      if (raw.includes('!')) count.exclamation += raw.length;
      if (raw.includes('..') || raw.includes('…')) count.dots += 1;
      if (raw.includes('€') || raw.includes('$')) count.money += 1;
    }
    const fact = facts[at];
    if (fact?.isShouted) count.shouted += 1;
    if (fact?.isStretched) count.stretched += 1;
  }
  values[clueIndex.questionMark] = Math.log1p(count.question);
  values[clueIndex.endsInQuestion] =
    text.includes('?', text.length - 12) && ENDS_IN_QUESTION.test(text.slice(-12)) ? 1 : 0;
  values[clueIndex.exclamation] = Math.log1p(count.exclamation);
  values[clueIndex.dots] = Math.log1p(count.dots);
  values[clueIndex.shouting] = count.shouted / Math.max(kinds.word, 4);
  values[clueIndex.stretched] = Math.log1p(count.stretched);
  values[clueIndex.link] = Math.min(kinds.link, 2);
  values[clueIndex.account] = Math.log1p(kinds.account);
  values[clueIndex.number] = Math.log1p(kinds.number);
  values[clueIndex.money] = Math.log1p(count.money);
  values[clueIndex.short] = Math.max(0, 1 - kinds.word / 6);
  values[clueIndex.long] = Math.max(0, Math.log(kinds.word / 20 + 0.01));
  values[clueIndex.noWords] = kinds.word === 0 ? 1 : 0;
};

const ENDS_IN_QUESTION = /\?[^\p{L}\p{N}]{0,8}$/u;

/** All places of a text: first of its words, then of the pieces of its words. For learning, where each is moved by itself. */
export const allPlaces = (features: Features): Uint16Array => {
  const { wordCount, gramCount, facts } = features;
  const places = new Uint16Array(wordCount + gramCount);
  places.set(features.words.subarray(0, wordCount));
  let at = wordCount;
  for (const fact of facts) {
    if (!fact) continue;
    places.set(gramsOf(fact), at);
    at += fact.gramCount;
  }
  return places;
};
