import { createFeatureReader, type Features } from '../features/features.ts';
import { identifyLanguage } from '../identify/identify-language.ts';
import { compileLexicon } from '../lexicon/compile-lexicon.ts';
import type { LexiconEntry } from '../lexicon/lexicon-file.ts';
import { headIndex, heads } from '../model/heads.ts';
import { scoreFeatures } from '../model/score.ts';
import type { Weights } from '../model/weights.ts';
import { createContributions } from './contributions.ts';
import { decidePolarity } from './decide-polarity.ts';
import { isOnlyGreeting } from './is-only-greeting.ts';
import { aspectQuestions, createJudge, intentQuestions, replyQuestions } from './judge.ts';
import type { Reading } from './reading.ts';
import { sayReading } from './say-reading.ts';

export type ReaderParts = {
  readonly weights: Weights;
  /** The word lists that we ship, and a company's own after them. */
  readonly entries: readonly LexiconEntry[];
  /** What a company's corrections add to the sums of the heads. */
  readonly adjust?: (features: Features, sums: Float64Array) => void;
};

export type Reader = {
  /** Never throws, whatever the text; about 30 µs for a comment. */
  understand(text: string, known?: { readonly language?: string | undefined }): Reading;
};

/** Reads texts with one model, one lexicon and one company's corrections. Not to be shared between threads. */
export const createReader = ({ weights, entries, adjust }: ReaderParts): Reader => {
  const read = createFeatureReader(compileLexicon(entries));
  const judge = createJudge(weights);
  const contributions = createContributions(weights);
  const sums = new Float64Array(heads.length);
  return {
    understand: (text, known) => {
      const features = read(text);
      if (!hasWords(features)) return silent(known?.language ?? null);
      if (isOnlyGreeting(features))
        return silent(known?.language ?? identifyLanguage(features.tokens, features.facts, 'it'));
      scoreFeatures(weights, features, sums);
      adjust?.(features, sums);
      const good = judge.probability(headIndex.positive, sums);
      const bad = judge.probability(headIndex.negative, sums);
      const polarity = decidePolarity(good, bad, weights.calibrations);
      const lodging = judge.probability(headIndex.lodging, sums);
      return sayReading({
        features,
        adding: (head) => contributions.of(features, head),
        language: known?.language ?? identifyLanguage(features.tokens, features.facts, 'it'),
        polarity,
        polarityScore: good - bad,
        wants: judge.yesses(intentQuestions, sums),
        asks: judge.yesses(replyQuestions, sums),
        named: judge.yesses(aspectQuestions(lodging), sums, features.clues),
        urgency: judge.probability(headIndex.urgent, sums),
      });
    },
  };
};

const hasWords = ({ facts }: Features): boolean => {
  for (let at = 0; at < facts.length; at += 1) if (facts[at]) return true;
  return false;
};

/** Where there is neither word nor picture, or a greeting alone, there is nothing to judge. */
const silent = (language: string | null): Reading => ({
  language,
  polarity: 'neu',
  polarityScore: 0,
  intents: [],
  needsReply: false,
  aspects: [],
  urgency: 0,
  toxic: false,
  confidence: { polarity: 1 },
  unsure: false,
  forAPerson: false,
  evidence: [],
});
