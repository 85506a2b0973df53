import { clueIndex } from '../features/clues.ts';
import type { Features } from '../features/features.ts';
import { headIndex, type Intent } from '../model/heads.ts';
import { MOST_TOKENS } from '../text/tokenise.ts';
import { addEvidence } from './add-evidence.ts';
import type { Contributions } from './contributions.ts';
import type { PolarityJudgement } from './decide-polarity.ts';
import type { Judgement } from './judge.ts';
import { clausesOf, judgeAspect } from './judge-aspects.ts';
import type { AspectReading, Evidence, Reading } from './reading.ts';

/** All that was judged of a text, to be said with its reasons. */
export type Judged = {
  readonly features: Features;
  /** What each token adds to a head. */
  adding(head: number): Contributions;
  readonly language: string | null;
  readonly polarity: PolarityJudgement;
  readonly polarityScore: number;
  readonly wants: readonly Judgement[];
  /** Whether it waits for an answer, and whether it wounds. */
  readonly asks: readonly Judgement[];
  readonly named: readonly Judgement[];
  readonly urgency: number;
};

/** The judgements in the form in which they are kept and shown. */
export const sayReading = (judged: Judged): Reading => {
  const { polarity, wants, asks } = judged;
  return {
    language: judged.language,
    polarity: polarity.polarity,
    polarityScore: judged.polarityScore,
    intents: wants.map(({ name }) => name as Intent),
    needsReply: asks.some(({ head }) => head === headIndex.needs_reply),
    aspects: aspectsOf(judged),
    urgency: judged.urgency,
    toxic: asks.some(({ head }) => head === headIndex.toxic),
    confidence: confidenceOf(judged),
    unsure: polarity.unsure,
    forAPerson: polarity.forAPerson,
    evidence: evidenceOf(judged),
  };
};

const confidenceOf = ({ polarity, wants, asks, named }: Judged): Readonly<Record<string, number>> => {
  const confidence: Record<string, number> = { polarity: polarity.confidence };
  for (const { name, probability } of wants) confidence[name] = probability;
  for (const { name, probability } of asks) confidence[name] = probability;
  for (const { name, probability } of named) confidence[name] = probability;
  return confidence;
};

/** Those that heads were trained for, then those of a company's own packs, which their words name. */
const aspectsOf = (judged: Judged): readonly AspectReading[] => {
  const { features, named } = judged;
  if (named.length === 0 && features.hints.others.length === 0) return [];
  const feelingAt = feelingAtOf(judged);
  const aspects: AspectReading[] = named.map(({ name, head }) => ({
    aspect: name,
    polarity: feelingAt(() => placesOf(judged, name, head)),
  }));
  const others = Map.groupBy(features.hints.others, ({ category }) => category);
  for (const [category, all] of others)
    if (category.startsWith(OWN))
      aspects.push({
        aspect: category.slice(OWN.length),
        polarity: feelingAt(() => all.map(({ first }) => first)),
      });
  return aspects;
};
const OWN = 'aspect:';

/** How what stands at some tokens is spoken of; where nothing is felt there is nothing to look for. */
const feelingAtOf = (judged: Judged): ((places: () => readonly number[]) => AspectReading['polarity']) => {
  const whole = judged.polarity.polarity;
  if (whole === 'neu') return () => 'neu';
  const good = judged.adding(headIndex.positive);
  const bad = judged.adding(headIndex.negative);
  for (let at = 0; at < judged.features.tokens.length; at += 1)
    valence[at] = (good[at] as number) - (bad[at] as number);
  const clauses = clausesOf(judged.features);
  return (places) => judgeAspect(places(), clauses, valence, whole);
};
const valence = new Float64Array(MOST_TOKENS);

/** The words that point to an aspect, or else the one that adds most to its head. */
const placesOf = ({ features, adding }: Judged, name: string, head: number): readonly number[] => {
  const clue = clueIndex[`aspect:${name}` as keyof typeof clueIndex];
  const pointed = features.hints.pointers.filter((each) => each.clue === clue).map(({ first }) => first);
  if (pointed.length > 0) return pointed;
  const added = adding(head);
  let best = 0;
  for (let at = 1; at < features.tokens.length; at += 1)
    if ((added[at] as number) > (added[best] as number)) best = at;
  return [best];
};

const evidenceOf = ({ features, adding, polarity, wants, asks, named }: Judged): readonly Evidence[] => {
  const { tokens } = features;
  const found: Evidence[] = [];
  if (polarity.polarity === 'pos' || polarity.polarity === 'mixed')
    addEvidence(found, 'polarity', tokens, adding(headIndex.positive));
  if (polarity.polarity === 'neg' || polarity.polarity === 'mixed')
    addEvidence(found, 'polarity', tokens, adding(headIndex.negative));
  for (const judgements of [wants, asks, named])
    for (const { name, head } of judgements) addEvidence(found, name, tokens, adding(head));
  for (const { category, first, last } of features.hints.others)
    if (category.startsWith(OWN)) {
      const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
      found.push({ head: category.slice(OWN.length), start, end });
    }
  return found;
};
