/**
 * Middle score: who is worth a closer look, a pre-filter only (the team is chosen jointly). Definition: weighted geometric mean
 * of percentiles among the people compared: credibility .4, relevance .3, responsiveness to us .15, bridge .15; zero outside
 * the reach band and for whoever asked for quiet or objected. What is not known of somebody stands in the middle. Source:
 * GRAPH.md, definition 7.
 */
import type { Words } from '../../../channels/index.ts';
import type { Consent } from '../daily/candidate.ts';
import type { Judged } from './judged.ts';
import { percentilesOf } from './percentiles.ts';
import { withArticle } from './spoken-figures.ts';

export type MiddleFacts = {
  readonly credibility: number | null;
  readonly relevance: number | null;
  readonly responsiveness: number | null;
  /** How much they join circles: participation, or one minus constraint. */
  readonly bridge: number | null;
  /** Null: not known, which shuts nobody out. */
  readonly inBand: boolean | null;
  readonly consent: Consent;
};

export const middleParts = ['credibility', 'relevance', 'responsiveness', 'bridge'] as const;
export type MiddlePart = (typeof middleParts)[number];

export const middleWeights = {
  credibility: 0.4,
  relevance: 0.3,
  responsiveness: 0.15,
  bridge: 0.15,
} as const satisfies Readonly<Record<MiddlePart, number>>;

export type MiddleEvidence = {
  /** 0..1 each. */
  readonly percentiles: Readonly<Record<MiddlePart, number>>;
  /** Why the score is zero; null: nothing shuts them out. */
  readonly shutOut: 'band' | 'consent' | null;
};

/** One for each of `people`, in order; whoever is shut out is not compared with the others. */
export const middleScores = (people: readonly MiddleFacts[]): readonly Judged<MiddleEvidence>[] => {
  const shutOuts = people.map(shutOutOf);
  const columns = Object.fromEntries(
    middleParts.map((part) => [
      part,
      percentilesOf(people.map((person, index) => (shutOuts[index] === null ? person[part] : null))),
    ]),
  ) as Readonly<Record<MiddlePart, readonly number[]>>;
  return people.map((_, index) => {
    const percentiles = Object.fromEntries(
      middleParts.map((part) => [part, columns[part][index] ?? 0.5]),
    ) as MiddleEvidence['percentiles'];
    const evidence = { percentiles, shutOut: shutOuts[index] ?? null };
    return {
      value: evidence.shutOut === null ? geometricMean(percentiles) : 0,
      evidence,
      says: sayMiddle(evidence),
    };
  });
};

const shutOutOf = ({ inBand, consent }: MiddleFacts): MiddleEvidence['shutOut'] =>
  consent === 'quiet' || consent === 'objected' ? 'consent' : inBand === false ? 'band' : null;

const geometricMean = (percentiles: MiddleEvidence['percentiles']): number =>
  Math.exp(middleParts.reduce((sum, part) => sum + middleWeights[part] * Math.log(percentiles[part]), 0));

export const sayMiddle = ({ percentiles, shutOut }: MiddleEvidence): Words => {
  if (shutOut === 'consent')
    return {
      it: 'Ha chiesto di restare fuori da questi conti.',
      en: 'They asked to stay out of these figures.',
    };
  if (shutOut === 'band')
    return {
      it: 'Il suo pubblico è fuori dal mezzo del campo.',
      en: 'Their audience is outside the middle of the field.',
    };
  const [best, ...others] = middleParts.toSorted((a, b) => percentiles[b] - percentiles[a]);
  const last = others.at(-1);
  if (!best || !last) return { it: '', en: '' };
  const of = (part: MiddlePart): number => Math.round(100 * percentiles[part]);
  return {
    it: `Spicca per ${names[best].it} (più ${withArticle('del', of(best))} degli altri), meno per ${names[last].it} (${of(last)}%).`,
    en: `Stands out for ${names[best].en} (more than ${of(best)}% of the others), less for ${names[last].en} (${of(last)}%).`,
  };
};

const names = {
  credibility: { it: 'le risposte che suscita', en: 'the answers they draw' },
  relevance: { it: 'quanto ne parla', en: 'how much they speak of it' },
  responsiveness: { it: 'come ci risponde', en: 'how they answer us' },
  bridge: { it: 'le cerchie che unisce', en: 'the circles they join' },
} as const satisfies Readonly<Record<MiddlePart, Words>>;
