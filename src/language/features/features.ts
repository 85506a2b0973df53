import type { CompiledLexicon } from '../lexicon/compile-lexicon.ts';
import { type Cut, type Token, tokenise } from '../text/tokenise.ts';
import { clueIndex, clues, FIRST_COUNTED } from './clues.ts';
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
  let facts: (WordFacts | undefined)[] = [];
  const cut: Cut = (text, start, end, kind) => {
    const fact = kind === 'word' || kind === 'emoji' ? factsOf(text, start, end) : undefined;
    facts.push(fact);
    return fact ? fact.raw : text.slice(start, end);
  };
  return (text) => {
    facts = [];
    const tokens = tokenise(text, cut);
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
  values[clueIndex.goodWords] = damped(good);
  values[clueIndex.badWords] = damped(bad);
  values[clueIndex.goodWordsOpen] = damped(goodOpen);
  values[clueIndex.badWordsOpen] = damped(badOpen);
  values[clueIndex.balance] = balanceOf(good + goodOpen / 2, bad + badOpen / 2);
  values[clueIndex.balanceAtEnd] = balanceOf(hints.end.good, hints.end.bad);
  values[clueIndex.anyGood] = good > 0 ? 1 : 0;
  values[clueIndex.anyBad] = bad > 0 ? 1 : 0;
  values[clueIndex.goodEmoji] = damped(hints.emoji.good);
  values[clueIndex.badEmoji] = damped(hints.emoji.bad);
  const { pointers } = hints;
  for (let at = 0; at < pointers.length; at += 1) {
    const clue = pointers[at]?.clue as number;
    values[clue] = (values[clue] as number) + 1;
  }
  if (pointers.length > 0)
    for (let clue = FIRST_COUNTED; clue < values.length; clue += 1)
      values[clue] = damped(values[clue] as number);
  countForms(values, text, tokens, facts);
};

/** Most of what is counted is not there, and the logarithm of one costs more than all the rest of a clue. */
const damped = (count: number): number => (count === 0 ? 0 : Math.log1p(count));

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
      if (raw.indexOf('?') >= 0) count.question += 1;
      if (raw.indexOf('!') >= 0) count.exclamation += raw.length;
      if ((raw.length > 1 && raw.indexOf('..') >= 0) || raw.indexOf('…') >= 0) count.dots += 1;
      if (raw.indexOf('€') >= 0 || raw.indexOf('$') >= 0) count.money += 1;
    }
    const fact = facts[at];
    if (fact?.isShouted) count.shouted += 1;
    if (fact?.isStretched) count.stretched += 1;
  }
  values[clueIndex.questionMark] = damped(count.question);
  values[clueIndex.endsInQuestion] = count.question > 0 && ENDS_IN_QUESTION.test(text.slice(-12)) ? 1 : 0;
  values[clueIndex.exclamation] = damped(count.exclamation);
  values[clueIndex.dots] = damped(count.dots);
  values[clueIndex.shouting] = count.shouted / Math.max(kinds.word, 4);
  values[clueIndex.stretched] = damped(count.stretched);
  values[clueIndex.link] = Math.min(kinds.link, 2);
  values[clueIndex.account] = damped(kinds.account);
  values[clueIndex.number] = damped(kinds.number);
  values[clueIndex.money] = damped(count.money);
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
