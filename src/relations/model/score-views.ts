import type { Words } from '../../channels/index.ts';

/** A score, 0..1, with what it rests on and what it means. */
export type ScoreView = {
  readonly value: number | null;
  readonly says: Words;
  readonly evidence: Readonly<Record<string, unknown>>;
};

type Scores = {
  readonly strength: number;
  readonly reciprocity: number;
  readonly intensityIn: number;
  readonly intensityOut: number;
  readonly evidence: Readonly<Record<string, unknown>>;
};

/** Told by the batch, each with its words. */
const told = ['credibility', 'relevance', 'responsiveness', 'reachBand', 'middle'] as const;

/** The scores of a person by name; those of which too little is known are left out. */
export const scoreViews = (scores: Scores): Readonly<Record<string, ScoreView>> => {
  const { strength, reciprocity, intensityIn, intensityOut } = scores;
  const evidence = { theirs: round(intensityIn), ours: round(intensityOut) };
  const others = told.flatMap((name) => {
    const view = readView(scores.evidence[name]);
    return view ? [[name, view] as const] : [];
  });
  return {
    strength: { value: strength, says: sayStrength(strength), evidence },
    reciprocity: {
      value: reciprocity,
      says: sayReciprocity(reciprocity, intensityIn, intensityOut),
      evidence,
    },
    ...Object.fromEntries(others),
  };
};

const readView = (kept: unknown): ScoreView | null => {
  if (typeof kept !== 'object' || kept === null || !('says' in kept)) return null;
  const { value = null, says, evidence = {} } = kept as Partial<ScoreView> & { readonly says: Words };
  return { value, says, evidence };
};

const round = (value: number): number => Math.round(value * 100) / 100;

const sayStrength = (strength: number): Words => {
  if (strength >= 0.6)
    return { it: 'Un legame forte, e di questi giorni.', en: 'A strong tie, and of these days.' };
  if (strength >= 0.25) return { it: 'Un legame vivo.', en: 'A living tie.' };
  if (strength > 0) return { it: 'Un legame leggero.', en: 'A light tie.' };
  return {
    it: 'Tra voi non è ancora passato niente di recente.',
    en: 'Nothing has passed between you lately.',
  };
};

const sayReciprocity = (value: number, theirs: number, ours: number): Words => {
  if (theirs + ours === 0) return { it: 'Non c’è ancora uno scambio.', en: 'There is no exchange yet.' };
  if (value >= 0.5) return { it: 'Vi scrivete a vicenda.', en: 'You write to each other.' };
  return theirs > ours
    ? { it: 'Scrive più di quanto rispondiamo.', en: 'They write more than we answer.' }
    : { it: 'Scriviamo più di quanto risponda.', en: 'We write more than they answer.' };
};
