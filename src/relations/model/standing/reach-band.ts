/**
 * Reach band: an audience in the middle of the field. Definition: the audience f stands between the 60th and the 97th
 * percentile inside channel x field. Value 1 inside, falling in a straight line to 0 at either end of the field; one half
 * where the audience is not known. Expected reach ~ f^(1 + x), x fitted per field (reach-exponent.ts). Source: GRAPH.md,
 * definition 6.
 */
import type { Words } from '../../../channels/index.ts';
import { type Judged, unit } from './judged.ts';
import { sayFigure, withArticle } from './spoken-figures.ts';

/** Percentiles, 0..100. */
export type Band = { readonly from: number; readonly to: number };
export const usualBand: Band = { from: 60, to: 97 };

export type ReachFacts = {
  /** Followers on their main channel; null: the channel does not say. */
  readonly audience: number | null;
  /** 0..1, of that audience among the people of the field on that channel (`percentilesOf`). */
  readonly percentile: number | null;
  readonly band?: Band;
};

export type ReachEvidence = {
  readonly audience: number | null;
  readonly percentile: number | null;
  /** Null: not known, which shuts nobody out. */
  readonly inBand: boolean | null;
  readonly band: Band;
};

export const reachBandOf = ({
  audience,
  percentile,
  band = usualBand,
}: ReachFacts): Judged<ReachEvidence> => {
  if (audience === null || percentile === null) {
    const unknown = { audience, percentile: null, inBand: null, band };
    return { value: 0.5, evidence: unknown, says: sayReach(unknown) };
  }
  const place = 100 * unit(percentile);
  const inBand = place >= band.from && place <= band.to;
  const evidence = { audience, percentile, inBand, band };
  const value = inBand ? 1 : place < band.from ? place / band.from : (100 - place) / (100 - band.to);
  return { value: unit(value), evidence, says: sayReach(evidence) };
};

export const sayReach = ({ audience, percentile, inBand, band }: ReachEvidence): Words => {
  if (audience === null || percentile === null || inBand === null)
    return {
      it: 'Non sappiamo quante persone seguono ciò che scrive.',
      en: 'We do not know how many people follow what they write.',
    };
  const followers = sayFigure(audience);
  const place = Math.round(100 * percentile);
  if (inBand)
    return {
      it: `Ha un pubblico di ${followers.it} persone, più grande di quello ${withArticle('del', place)} di chi ne parla: nel mezzo, dove si conversa davvero.`,
      en: `Followed by ${followers.en} people, more than ${place}% of those who speak of it: in the middle, where people really converse.`,
    };
  if (100 * percentile > band.to)
    return {
      it: `Ha un pubblico di ${followers.it} persone: tra i più grandi del campo, fuori dal mezzo.`,
      en: `Followed by ${followers.en} people: among the biggest of the field, beyond the middle.`,
    };
  return {
    it: `Ha un pubblico di ${followers.it} persone: per ora piccolo.`,
    en: `Followed by ${followers.en} people: a small audience so far.`,
  };
};
