/**
 * Weak ties worth nurturing. Definition: low but not necessarily zero overlap (under .25), strength under the median of both
 * people's ties, both credible (at least .5); ranked by how few ties join their two communities, the *moderately* weak
 * before the very weak. Sources: Granovetter 1973; Onnela et al., PNAS 2007; Rajkumar et al., Science 2022 (an inverted U:
 * moderately weak ties carry most); GRAPH.md, definition 2. Worth = m(1 - m) * 4 / log2(2 + j), m the strength as a share of
 * the lesser median (best at one half), j the ties that join the two communities beside this one.
 */
import type { Words } from '../../../channels/index.ts';
import { withArticle } from '../standing/spoken-figures.ts';

export type WeakTieFacts = {
  readonly a: string;
  readonly b: string;
  readonly strength: number;
  /** Neighbourhood overlap, 0..1. */
  readonly overlap: number;
  /** The median strength of the ties of each. */
  readonly medians: readonly [number, number];
  /** 0..1. */
  readonly credibility: readonly [number, number];
  /** How many ties join the communities of the two, this one among them; null: they are of one community. */
  readonly joining: number | null;
};

export type WeakTie = {
  readonly a: string;
  readonly b: string;
  readonly worth: number;
  readonly says: Words;
};

const LOW_OVERLAP = 0.25;
const CREDIBLE = 0.5;

/** The most worthwhile first. Those within one community come last: they join nothing new. */
export const weakTiesWorthNurturing = (ties: readonly WeakTieFacts[]): readonly WeakTie[] =>
  ties
    .filter(isWeak)
    .map((tie) => ({ a: tie.a, b: tie.b, worth: worthOf(tie), says: say(tie) }))
    .sort((one, other) => other.worth - one.worth || compare(one.a, other.a) || compare(one.b, other.b));

const isWeak = ({ strength, overlap, medians, credibility }: WeakTieFacts): boolean =>
  strength > 0 &&
  overlap < LOW_OVERLAP &&
  medians.every((median) => strength < median) &&
  credibility.every((value) => value >= CREDIBLE);

const worthOf = ({ strength, medians, joining }: WeakTieFacts): number => {
  const share = strength / Math.min(...medians);
  const moderate = 4 * share * (1 - share);
  return joining === null ? 0.1 * moderate : moderate / Math.log2(2 + Math.max(0, joining - 1));
};

const say = ({ overlap, joining }: WeakTieFacts): Words => {
  const shared = Math.round(100 * overlap);
  const common =
    shared === 0
      ? { it: 'Non hanno conoscenze in comune', en: 'They have no acquaintances in common' }
      : {
          it: `Hanno in comune ${withArticle('il', shared)} delle conoscenze`,
          en: `They have ${shared}% of acquaintances in common`,
        };
  if (joining === null) return { it: `${common.it}.`, en: `${common.en}.` };
  const others = Math.max(0, joining - 1);
  return others === 0
    ? {
        it: `${common.it}, e il loro è il solo legame tra le due cerchie.`,
        en: `${common.en}, and theirs is the only tie between the two circles.`,
      }
    : {
        it: `${common.it}, e tra le due cerchie ${others === 1 ? 'c’è solo un altro legame' : `ci sono altri ${others} legami`}.`,
        en: `${common.en}, and ${others === 1 ? 'only one other tie joins' : `${others} other ties join`} the two circles.`,
      };
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
