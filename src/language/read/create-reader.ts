import { clueIndex } from '../features/clues.ts';
import { createFeatureReader, type Features } from '../features/features.ts';
import { identifyLanguage } from '../identify/identify-language.ts';
import { compileLexicon } from '../lexicon/compile-lexicon.ts';
import type { LexiconEntry } from '../lexicon/lexicon-file.ts';
import { headIndex, heads, intents, lodgingAspects, otherAspects } from '../model/heads.ts';
import { probabilityOf, scoreFeatures } from '../model/score.ts';
import type { Weights } from '../model/weights.ts';
import { contributionsOf } from './contributions.ts';
import { decidePolarity } from './decide-polarity.ts';
import { findEvidence } from './find-evidence.ts';
import { clausesOf, judgeAspect } from './judge-aspects.ts';
import type { AspectReading, Evidence, Polarity, Reading } from './reading.ts';

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

type Judgement = { readonly name: string; readonly head: number; readonly probability: number };

/** Reads texts with one model, one lexicon and one company's corrections. Not to be shared between threads. */
export const createReader = ({ weights, entries, adjust }: ReaderParts): Reader => {
  const lexicon = compileLexicon(entries);
  const read = createFeatureReader(lexicon);
  const sums = new Float64Array(heads.length);
  const judge = (name: string, head: number): Judgement => {
    const calibration = weights.calibrations[head];
    return { name, head, probability: calibration ? probabilityOf(sums[head] as number, calibration) : 0 };
  };
  const isYes = ({ head, probability }: Judgement): boolean =>
    probability >= (weights.calibrations[head]?.threshold ?? 1);

  return {
    understand: (text, known) => {
      const features = read(text);
      if (!features.facts.some(Boolean)) return silent(known?.language ?? null);
      scoreFeatures(weights, features, sums);
      adjust?.(features, sums);
      const good = judge('positive', headIndex.positive);
      const bad = judge('negative', headIndex.negative);
      const polarity = decidePolarity(good.probability, bad.probability, weights.calibrations);
      const wants = intents.map((name) => judge(name, headIndex[name])).filter(isYes);
      const reply = judge('needs_reply', headIndex.needs_reply);
      const toxic = judge('toxic', headIndex.toxic);
      const applying = isYes(judge('lodging', headIndex.lodging)) ? lodgingAspects : otherAspects;
      const named = applying.map((name) => judge(name, headIndex[`aspect:${name}`])).filter(isYes);
      const urgent = judge('urgent', headIndex.urgent);
      const language = known?.language ?? identifyLanguage(features.tokens, features.facts, 'it');
      const said = [...wants, ...(isYes(reply) ? [reply] : []), ...(isYes(toxic) ? [toxic] : [])];
      const adding = rememberContributions(weights, features);
      const feelings = feelingsOf(features, polarity.polarity, named.length > 0, adding);
      return {
        language,
        ...polarity,
        polarityScore: good.probability - bad.probability,
        intents: wants.map(({ name }) => name as (typeof intents)[number]),
        needsReply: isYes(reply),
        aspects: [
          ...aspectsOf(features, named, polarity.polarity, feelings, adding),
          ...othersOf(features, polarity.polarity, feelings),
        ],
        urgency: urgent.probability,
        toxic: isYes(toxic),
        confidence: confidenceOf(polarity.confidence, said, named),
        evidence: evidenceOf(features, polarity.polarity, feelings, adding, said, named),
      };
    },
  };
};

/** Where there is neither word nor picture there is nothing to judge. */
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

type Feelings = {
  readonly good: readonly number[];
  readonly bad: readonly number[];
  readonly valence: readonly number[];
};

/** What each token adds to a head, worked out when it is first asked for. */
type Adding = (head: number) => readonly number[];

const rememberContributions = (weights: Weights, features: Features): Adding => {
  const known: (readonly number[])[] = [];
  return (head) => {
    const fresh = known[head] ?? contributionsOf(weights, features, head);
    known[head] = fresh;
    return fresh;
  };
};

const confidenceOf = (
  polarity: number,
  said: readonly Judgement[],
  named: readonly Judgement[],
): Readonly<Record<string, number>> => {
  const confidence: Record<string, number> = { polarity };
  for (const { name, probability } of said) confidence[name] = probability;
  for (const { name, probability } of named) confidence[name] = probability;
  return confidence;
};

/** Asked for only when something is to be shown for it. */
const feelingsOf = (
  features: Features,
  polarity: Polarity,
  hasAspects: boolean,
  adding: Adding,
): Feelings | undefined => {
  if (polarity === 'neu' && !hasAspects && features.hints.others.length === 0) return undefined;
  const good = adding(headIndex.positive);
  const bad = adding(headIndex.negative);
  const valence = new Array<number>(good.length).fill(0);
  for (let at = 0; at < good.length; at += 1) valence[at] = (good[at] as number) - (bad[at] as number);
  return { good, bad, valence };
};

const aspectsOf = (
  features: Features,
  named: readonly Judgement[],
  whole: Polarity,
  feelings: Feelings | undefined,
  adding: Adding,
): readonly AspectReading[] => {
  if (named.length === 0 || !feelings) return [];
  const clauses = clausesOf(features);
  return named.map(({ name, head }) => {
    const clue = clueIndex[`aspect:${name}` as keyof typeof clueIndex];
    const pointed = features.hints.pointers.filter((each) => each.clue === clue).map(({ first }) => first);
    const where = pointed.length > 0 ? pointed : strongest(adding(head));
    return { aspect: name, polarity: judgeAspect(where, clauses, feelings.valence, whole) };
  });
};

const strongest = (added: readonly number[]): readonly number[] => {
  let best = 0;
  for (let at = 1; at < added.length; at += 1) if ((added[at] as number) > (added[best] as number)) best = at;
  return added.length === 0 ? [] : [best];
};

/** Aspects of a company's own packs, which no head was trained for: their words name them. */
const othersOf = (
  features: Features,
  whole: Polarity,
  feelings: Feelings | undefined,
): readonly AspectReading[] => {
  if (features.hints.others.length === 0 || !feelings) return [];
  const clauses = clausesOf(features);
  const places = Map.groupBy(features.hints.others, ({ category }) => category);
  return [...places]
    .filter(([category]) => category.startsWith('aspect:'))
    .map(([category, all]) => ({
      aspect: category.slice('aspect:'.length),
      polarity: judgeAspect(
        all.map(({ first }) => first),
        clauses,
        feelings.valence,
        whole,
      ),
    }));
};

const evidenceOf = (
  features: Features,
  polarity: Polarity,
  feelings: Feelings | undefined,
  adding: Adding,
  said: readonly Judgement[],
  named: readonly Judgement[],
): readonly Evidence[] => {
  const { tokens } = features;
  const found: Evidence[] = [];
  if (feelings && (polarity === 'pos' || polarity === 'mixed'))
    found.push(...findEvidence('polarity', tokens, feelings.good));
  if (feelings && (polarity === 'neg' || polarity === 'mixed'))
    found.push(...findEvidence('polarity', tokens, feelings.bad));
  for (const { name, head } of said) found.push(...findEvidence(name, tokens, adding(head)));
  for (const { name, head } of named) found.push(...findEvidence(name, tokens, adding(head)));
  for (const { category, first, last } of features.hints.others)
    if (category.startsWith('aspect:'))
      found.push({
        head: category.slice('aspect:'.length),
        start: tokens[first]?.start ?? 0,
        end: tokens[last]?.end ?? 0,
      });
  return found;
};
