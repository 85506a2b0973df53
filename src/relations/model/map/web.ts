import type { Graph } from '../graph/graph.ts';

/** A text in both languages of the interface. */
export type Says = { readonly it: string; readonly en: string };

/** The people around a company and the ties among them, without the company itself; people are the graph's nodes. */
export type Web = {
  /** Undirected, weighted by tie strength. */
  readonly graph: Graph;
  /** The circle of each person; -1 when they are in none. */
  readonly circleOf: Int32Array;
  readonly circles: number;
  /** Strength of each person's tie with us; 0 when there is none. */
  readonly ours: Float64Array;
};

/** What the map answers, by places in the web: names and sentences are put in when somebody reads it. */
export type Findings = {
  readonly bridges: readonly Bridge[];
  readonly sleeping: readonly Sleeper[];
  readonly holes: readonly Hole[];
  readonly shouldMeet: readonly Meeting[];
};

/** A person through whom two circles are joined. */
export type Bridge = {
  readonly person: number;
  readonly between: readonly [number, number];
  /** Of the strength of all ties that join the two circles, what goes through this person: 0 to 1. */
  readonly share: number;
  /** Their ties into the two circles. */
  readonly ties: number;
};

/** A tie with us that had grown and that nobody looks after now. */
export type Sleeper = { readonly person: number; readonly days: number; readonly exchanges: number };

/** Two circles that hardly know of each other. */
export type Hole = {
  readonly circles: readonly [number, number];
  /** People in the two together. */
  readonly size: number;
  /** Ties that join them. */
  readonly ties: number;
  /** Who of ours stands nearest to both; null when nobody does. */
  readonly nearest: number | null;
};

/** Two people of ours who do not know each other and have acquaintances in common. */
export type Meeting = { readonly a: number; readonly b: number; readonly common: number };
