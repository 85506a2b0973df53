/**
 * Responsiveness to us: share of our words to them that they answered within two weeks, shrunken by a Beta (worth four) towards
 * what is usual with us. Source: GRAPH.md, definition 7 (as a part of the middle score); the prior is ours.
 */
import type { Words } from '../../../channels/index.ts';
import { sayLong } from '../daily/spoken-time.ts';
import { type Judged, shrunken } from './judged.ts';
import { times } from './spoken-figures.ts';

export type ResponsivenessFacts = {
  /** How often we said something to them that could be answered. */
  readonly asked: number;
  readonly answered: number;
  /** Median hours to their answer; null: never answered. */
  readonly medianHours: number | null;
  /** Usual share of answers to us; .3 where nothing is known. */
  readonly usualRate?: number;
};

export type ResponsivenessEvidence = Omit<ResponsivenessFacts, 'usualRate'>;

const USUAL_RATE = 0.3;
const PRIOR = 4;
const HOUR = 3_600_000;

export const responsivenessOf = ({
  asked,
  answered,
  medianHours,
  usualRate = USUAL_RATE,
}: ResponsivenessFacts): Judged<ResponsivenessEvidence> => {
  const evidence = { asked, answered: Math.min(answered, asked), medianHours };
  return {
    value: shrunken(evidence.answered, asked, usualRate, PRIOR),
    evidence,
    says: sayResponsiveness(evidence),
  };
};

export const sayResponsiveness = ({ asked, answered, medianHours }: ResponsivenessEvidence): Words => {
  if (asked === 0)
    return {
      it: 'Non abbiamo ancora scritto: non sappiamo se risponde.',
      en: 'We have not written yet: we do not know whether they answer.',
    };
  if (answered === 0)
    return {
      it: `Abbiamo scritto ${times(asked).it}, senza risposta.`,
      en: `We wrote ${times(asked).en}, without an answer.`,
    };
  const speed = medianHours === null ? null : sayLong(medianHours * HOUR);
  return {
    it: `Ci ha risposto ${times(answered).it} su ${asked}${speed ? `, di solito entro ${speed.it}` : ''}.`,
    en: `Answered us ${times(answered).en} out of ${asked}${speed ? `, usually within ${speed.en}` : ''}.`,
  };
};
