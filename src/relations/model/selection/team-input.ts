import type { Graph } from '../graph/graph.ts';

/** How a team can be chosen: three ways of guessing who reaches whom, and three plain ones to compare with. */
export const methods = ['observed', 'learned', 'cascade', 'followers', 'pagerank', 'single'] as const;
export type Method = (typeof methods)[number];

/** Something said in both languages. */
export type Words = { readonly it: string; readonly en: string };

/** Who joined which conversation when: three columns of the same length, in any order, doubles allowed. Unit of time: any. */
export type EventColumns = {
  readonly cascade: Uint32Array;
  readonly node: Uint32Array;
  readonly time: Float64Array;
};

/**
 * What a team is chosen from. Plain data in typed arrays: it goes to a worker as it is, shared where the arrays are.
 * In `graph` the row of `v` lists those whom `v` listens to (follows, answers); an undirected graph says both.
 */
export type TeamInput = {
  readonly graph: Graph;
  readonly events: EventColumns | null;
  /** Only events up to this moment, in the unit of the events, are learnt from. */
  readonly trainUntil: number | null;
  /** The audience of each node; without it, how many listen to it in `graph`. NaN: not known. */
  readonly followers: Float64Array | null;
  /** The circle of each node. */
  readonly communities: Uint32Array | null;
  /** How strong our own tie with each node already is, as a percentile 0 to 1; without it nobody is known yet. */
  readonly tiePercentiles: Float64Array | null;
  readonly limit:
    | { readonly kind: 'hours'; readonly hours: number }
    | { readonly kind: 'size'; readonly size: number };
  /** Percentiles of audience between which a member lies, both included; null: anyone. Pins are members anyway. */
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly pins: Uint32Array;
  readonly exclusions: Uint32Array;
  readonly method: Method | 'auto';
  /** Weight of reaching many pairs of circles against reaching many people, 0 to 1. */
  readonly spread: number;
  /** Hours that somebody without an audience and without a tie to us asks for. */
  readonly baseHours: number;
  /** What a step further is worth where reach has to be guessed from the graph. */
  readonly decay: number;
  /** How far from the guarantee of greedy choice sampling may stay. */
  readonly epsilon: number;
  readonly seed: number;
};

/** The choices that nobody has to make. */
export const usualChoices = {
  events: null,
  trainUntil: null,
  followers: null,
  communities: null,
  tiePercentiles: null,
  limit: { kind: 'size', size: 20 },
  band: { from: 60, to: 97 },
  pins: new Uint32Array(),
  exclusions: new Uint32Array(),
  method: 'auto',
  spread: 0,
  baseHours: 1,
  decay: 0.5,
  epsilon: 0.1,
  seed: 1,
} as const satisfies Omit<TeamInput, 'graph'>;
