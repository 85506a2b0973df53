/**
 * Credibility: whether what somebody says makes others answer. Definition, three parts:
 * - reaction h-index: the largest h such that h posts were each answered by at least h distinct people outside the author's
 *   own company (Hirsch, PNAS 2005, on answers instead of citations); an answerer counts 1 - O, O the overlap of the two
 *   people's circles (a tight ring that answers itself counts less), and half as much for every year of a post's age; made
 *   0..1 by 1 - 2^(-h / 3);
 * - answered rate: share of posts that anybody outside answered, shrunken by a Beta towards what is usual in the field;
 * - rank among those who are answered: percentile of the PageRank of answers (given; GRAPH.md, never of follows).
 * Value = .5, .25, .25 of them; without a rank .65, .35. Source: GRAPH.md, definition 4; the weights are ours.
 */
import type { Words } from '../../../channels/index.ts';
import { type Judged, shrunken, unit } from './judged.ts';
import { sayFigure } from './spoken-figures.ts';

export type PostAnswers = {
  readonly ageDays: number;
  /** Distinct people who answered it. */
  readonly answerers: readonly {
    /** Of another company than the author's. */
    readonly isOutside: boolean;
    /** 0..1, neighbourhood overlap of the tie between the two; 0 where there is none. */
    readonly overlap: number;
  }[];
};

export type CredibilityFacts = {
  readonly posts: readonly PostAnswers[];
  /** 0..1, percentile of the PageRank of answers in the topic; null: not worked out. */
  readonly answersRank: number | null;
  /** Usual share of posts that are answered in this field; .3 where nothing is known. */
  readonly usualRate?: number;
};

export type CredibilityEvidence = {
  /** One decimal. */
  readonly h: number;
  readonly posts: number;
  readonly answered: number;
  readonly rate: number;
  readonly answersRank: number | null;
};

const YEAR = 365;
const H_HALF = 3;
const USUAL_RATE = 0.3;
/** Posts that the usual rate is worth. */
const PRIOR = 4;

export const credibilityOf = ({
  posts,
  answersRank,
  usualRate = USUAL_RATE,
}: CredibilityFacts): Judged<CredibilityEvidence> => {
  const h = reactionIndex(posts.map(weightOf));
  const answered = posts.filter(({ answerers }) => answerers.some(({ isOutside }) => isOutside)).length;
  const rate = shrunken(answered, posts.length, usualRate, PRIOR);
  const reach = 1 - 2 ** (-h / H_HALF);
  const value =
    answersRank === null ? 0.65 * reach + 0.35 * rate : 0.5 * reach + 0.25 * rate + 0.25 * unit(answersRank);
  const evidence = { h: Math.round(h * 10) / 10, posts: posts.length, answered, rate, answersRank };
  return { value: unit(value), evidence, says: sayCredibility(evidence) };
};

/** How many people outside answered, tight rings and old posts counting less. */
const weightOf = ({ ageDays, answerers }: PostAnswers): number => {
  const people = answerers.reduce(
    (sum, { isOutside, overlap }) => sum + (isOutside ? 1 - unit(overlap) : 0),
    0,
  );
  return people * 2 ** (-Math.max(0, ageDays) / YEAR);
};

/** The h-index of counts that need not be whole: the largest min(i, i-th largest count). */
export const reactionIndex = (counts: readonly number[]): number =>
  counts.toSorted((a, b) => b - a).reduce((h, count, index) => Math.max(h, Math.min(index + 1, count)), 0);

export const sayCredibility = ({ h, posts, answered, answersRank }: CredibilityEvidence): Words => {
  if (posts === 0)
    return { it: 'Non abbiamo ancora letto niente di suo.', en: 'We have read nothing of theirs yet.' };
  const [of, all] = [sayFigure(answered), sayFigure(posts)];
  const answers =
    answered === 0
      ? {
          it: `Nessuno ha ancora risposto a quello che ha scritto (${all.it} in tutto)`,
          en: `Nobody has answered yet what they wrote (${all.en} in all)`,
        }
      : {
          it: `Altre persone hanno risposto a ${of.it} su ${all.it} delle cose che ha scritto`,
          en: `Other people answered ${of.en} of the ${all.en} things they wrote`,
        };
  const whole = Math.floor(h);
  const depth =
    whole >= 2
      ? {
          it: `; ${whole} hanno avuto risposta da almeno ${whole} persone diverse`,
          en: `; ${whole} had answers from at least ${whole} different people`,
        }
      : { it: '', en: '' };
  const rank =
    answersRank !== null && answersRank >= 0.9
      ? { it: ', tra chi riceve più risposte nel suo campo', en: ', among the most answered of their field' }
      : { it: '', en: '' };
  return { it: `${answers.it}${depth.it}${rank.it}.`, en: `${answers.en}${depth.en}${rank.en}.` };
};
