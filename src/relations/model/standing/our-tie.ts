/**
 * The tie between us and somebody, judged like the rest: strength as its percentile among our ties (s = x_ab + x_ba, definition
 * 1 of GRAPH.md), reciprocity r = 2 min / sum apart from it.
 */
import type { Words } from '../../../channels/index.ts';
import { sayLong } from '../daily/spoken-time.ts';
import { reciprocityOf } from '../ties/intensity.ts';
import { type Judged, unit } from './judged.ts';
import { withArticle } from './spoken-figures.ts';

export type StrengthEvidence = {
  /** Faded sums: from them to us, from us to them. */
  readonly intensityIn: number;
  readonly intensityOut: number;
  /** 0..1 among all our ties. */
  readonly percentile: number;
  readonly lastAt: string | null;
};

export const strengthJudged = (evidence: StrengthEvidence, now: Date): Judged<StrengthEvidence> => ({
  value: unit(evidence.percentile),
  evidence,
  says: sayStrength(evidence, now),
});

export const sayStrength = ({ percentile, lastAt }: StrengthEvidence, now: Date): Words => {
  if (lastAt === null) return { it: 'Non ci siamo ancora sentiti.', en: 'We have not been in touch yet.' };
  const long = sayLong(now.getTime() - Date.parse(lastAt));
  const share = Math.round(100 * unit(percentile));
  return {
    it: `Più forte ${withArticle('del', share)} dei nostri legami; l’ultima volta ${long.it} fa.`,
    en: `Stronger than ${share}% of our ties; the last time ${long.en} ago.`,
  };
};

export type ReciprocityEvidence = { readonly intensityIn: number; readonly intensityOut: number };

export const reciprocityJudged = (evidence: ReciprocityEvidence): Judged<ReciprocityEvidence> => ({
  value: reciprocityOf(evidence.intensityIn, evidence.intensityOut),
  evidence,
  says: sayReciprocity(evidence),
});

/** Under this share, one side does nearly all. */
const ONE_SIDED = 0.35;
const MUTUAL = 0.7;

export const sayReciprocity = ({ intensityIn, intensityOut }: ReciprocityEvidence): Words => {
  if (!(intensityIn + intensityOut > 0))
    return { it: 'Per ora non passa niente.', en: 'Nothing passes for now.' };
  const mutual = reciprocityOf(intensityIn, intensityOut);
  if (mutual >= MUTUAL)
    return { it: 'Si dà e si riceve in parti quasi uguali.', en: 'Give and take are nearly even.' };
  const [it, en] =
    intensityIn > intensityOut ? ['da quella parte', 'from their side'] : ['da noi', 'from us'];
  return mutual < ONE_SIDED
    ? { it: `Viene quasi tutto ${it}.`, en: `Nearly all of it comes ${en}.` }
    : { it: `Viene di più ${it}.`, en: `More of it comes ${en}.` };
};
