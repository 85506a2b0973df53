import path from 'node:path';
import { allPlaces, type FeatureReader } from '../../src/language/features/features.ts';
import { heads } from '../../src/language/model/heads.ts';
import { gramFactor, wordFactor } from '../../src/language/model/score.ts';
import { projectFolder } from '../../src/platform/paths.ts';
import { isHeldBack, type Labelled, readCorpus, readLines } from './corpus.ts';

/** A text ready to learn from: its places with their values, and what each head ought to say. */
export type Example = {
  readonly id: string;
  readonly places: Uint16Array;
  /** How many of `places` are words; the rest are pieces of words. */
  readonly wordCount: number;
  readonly wordValue: number;
  readonly gramValue: number;
  readonly clues: Float32Array;
  /** 1 yes, 0 no, 255 not said. */
  readonly wanted: Uint8Array;
  readonly weight: number;
};

const UNSAID = 255;

export const exampleOf = (
  id: string,
  text: string,
  wanted: Uint8Array,
  weight: number,
  read: FeatureReader,
): Example => {
  const features = read(text);
  const { wordCount, gramCount } = features;
  const places = allPlaces(features);
  return {
    id,
    places,
    wordCount,
    wordValue: wordFactor(wordCount),
    gramValue: gramFactor(gramCount),
    clues: Float32Array.from(features.clues),
    wanted,
    weight,
  };
};

/** What each head ought to say of a text of our corpus. */
export const wantedOf = (text: Labelled): Uint8Array => {
  const yes = new Set<string>(text.intents);
  if (text.polarity === 'pos' || text.polarity === 'mixed') yes.add('positive');
  if (text.polarity === 'neg' || text.polarity === 'mixed') yes.add('negative');
  if (text.needs_reply) yes.add('needs_reply');
  if (text.toxic) yes.add('toxic');
  if (text.sector === 'hotel') yes.add('lodging');
  for (const { aspect } of text.aspects) yes.add(`aspect:${aspect}`);
  return Uint8Array.from(heads, (head) => (yes.has(head) ? 1 : 0));
};

type Tweet = { readonly id: string; readonly text: string; readonly labels: { readonly polarity: string } };

/** Tweets of parents with their polarity alone (mirkolai/Happy-Parents, Apache-2.0). */
export const readTweets = (part: 'train' | 'dev'): readonly Tweet[] =>
  readLines<Tweet>(path.join(projectFolder(), 'models', 'open', `happyparents.${part}.jsonl`));

export const wantedOfTweet = ({ labels }: Tweet): Uint8Array => {
  const wanted = new Uint8Array(heads.length).fill(UNSAID);
  wanted[heads.indexOf('positive')] = labels.polarity === 'pos' || labels.polarity === 'MIXED' ? 1 : 0;
  wanted[heads.indexOf('negative')] = labels.polarity === 'neg' || labels.polarity === 'MIXED' ? 1 : 0;
  return wanted;
};

const TWEET_WEIGHT = 0.5;

/** All that may be learnt from. */
export const trainingExamples = (read: FeatureReader): readonly Example[] => [
  ...readCorpus()
    .filter((text) => !isHeldBack(text))
    .map((text) => exampleOf(text.id, text.text, wantedOf(text), 1, read)),
  ...readTweets('train').map((tweet) =>
    exampleOf(tweet.id, tweet.text, wantedOfTweet(tweet), TWEET_WEIGHT, read),
  ),
];
