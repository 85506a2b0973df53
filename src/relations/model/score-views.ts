import type { Words } from '../../channels/index.ts';
import { times, withArticle } from './standing/spoken-figures.ts';

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
  /** -1 to 1, in the last quarter. */
  readonly trend: number;
  readonly evidence: Readonly<Record<string, unknown>>;
};

/** Told by the batch, each with its words. */
const told = ['credibility', 'relevance', 'responsiveness', 'reachBand', 'middle'] as const;

/** The scores of a person by name; those of which too little is known are left out. */
export const scoreViews = (scores: Scores): Readonly<Record<string, ScoreView>> => {
  const { strength, reciprocity, intensityIn, intensityOut, trend } = scores;
  const evidence = { theirs: round(intensityIn), ours: round(intensityOut) };
  const exchanges = readExchanges(scores.evidence.exchanges);
  const others = told.flatMap((name) => {
    const view = readView(scores.evidence[name]);
    return view ? [[name, view] as const] : [];
  });
  return {
    strength: {
      value: strength,
      says: sayStrength(strength, trend, exchanges),
      evidence: { ...evidence, trend },
    },
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

type Exchanges = { readonly theirs: number; readonly ours: number };

const readExchanges = (kept: unknown): Exchanges => {
  const { theirs = 0, ours = 0 } = (kept ?? {}) as Partial<Exchanges>;
  return { theirs, ours };
};

/** From this much of a quarter's change on it is told. */
const MOVED = 0.2;

/** What the strength rests on and where it is going: how strong it is stands beside it already. */
const sayStrength = (strength: number, trend: number, { theirs, ours }: Exchanges): Words => {
  if (!(strength > 0))
    return {
      it: 'Tra voi non è passato niente di recente.',
      en: 'Nothing has passed between you lately.',
    };
  const passed =
    theirs + ours === 0
      ? { it: 'Vi siete sentiti', en: 'You have been in touch' }
      : {
          it: `Vi siete sentiti ${times(theirs + ours).it} (${theirs} da parte sua, ${ours} da parte vostra)`,
          en: `You have been in touch ${times(theirs + ours).en} (${theirs} from them, ${ours} from you)`,
        };
  const [gained, lost] = [Math.round(100 * trend), Math.round(-100 * trend)];
  if (trend <= -MOVED)
    return {
      it: `${passed.it}; in tre mesi ha perso ${withArticle('il', lost)} della forza.`,
      en: `${passed.en}; in three months it has lost ${lost}% of its strength.`,
    };
  if (trend < MOVED)
    return { it: `${passed.it}; da tre mesi è stabile.`, en: `${passed.en}; steady for three months.` };
  return trend >= 1
    ? {
        it: `${passed.it}: tutto negli ultimi tre mesi.`,
        en: `${passed.en}, all of it in the last three months.`,
      }
    : {
        it: `${passed.it}; in tre mesi è cresciuto: ${withArticle('il', gained)} della forza è di adesso.`,
        en: `${passed.en}; it has grown in three months: ${gained}% of its strength is new.`,
      };
};

const sayReciprocity = (value: number, theirs: number, ours: number): Words => {
  if (theirs + ours === 0) return { it: 'Non c’è ancora uno scambio.', en: 'There is no exchange yet.' };
  if (value >= 0.5) return { it: 'Vi scrivete a vicenda.', en: 'You write to each other.' };
  return theirs > ours
    ? { it: 'Scrive più di quanto rispondiamo.', en: 'They write more than we answer.' }
    : { it: 'Scriviamo più di quanto risponda.', en: 'We write more than they answer.' };
};
