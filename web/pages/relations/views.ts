import type { InBoth } from '../../app/language.tsx';

/** What the routes of relations answer: people by id and name, texts in both languages. */
export type PersonName = { readonly id: string; readonly name: string };

export type BatchView = {
  readonly at: string;
  readonly state: string;
  /** 0 to 1. */
  readonly progress: number;
  readonly seconds: number | null;
};

export type SnapshotView = {
  readonly day: string;
  readonly contacts: number;
  readonly ties: number;
  readonly ourEffectiveSize: number;
  readonly circlesReached: number;
  /** 0 to 1. */
  readonly withinTwoSteps: number;
};

export type OverviewView = {
  readonly contacts: number;
  readonly interactions: number;
  readonly ties: number;
  readonly circles: number;
  readonly ourEffectiveSize: number;
  readonly withinTwoSteps: number;
  readonly batch: BatchView | null;
  readonly snapshots: readonly SnapshotView[];
};

export type MapPerson = PersonName & {
  /** Its circle's id; null when in none. */
  readonly circle: string | null;
  /** Of the tie with us, 0 to 1. */
  readonly strength: number;
  readonly size: number;
  readonly asleep: boolean;
  readonly bridge: boolean;
};

export type MapTie = {
  readonly a: string;
  readonly b: string;
  readonly strength: number;
  /** 0 to 1. */
  readonly fresh: number;
  readonly reciprocal: boolean;
  readonly asleep: boolean;
  readonly weak: boolean;
};

export type MapCircle = {
  readonly id: string;
  readonly name: InBoth;
  readonly size: number;
  readonly reached: boolean;
};

export type MapAnswers = {
  readonly bridges: readonly {
    readonly contact: PersonName;
    readonly between: readonly [string, string];
    readonly says: InBoth;
  }[];
  readonly sleeping: readonly { readonly contact: PersonName; readonly says: InBoth }[];
  readonly holes: readonly {
    readonly circles: readonly [string, string];
    readonly size: number;
    readonly says: InBoth;
    readonly nearest: PersonName | null;
  }[];
  readonly shouldMeet: readonly { readonly a: PersonName; readonly b: PersonName; readonly says: InBoth }[];
};

export type MapView = {
  readonly nodes: readonly MapPerson[];
  readonly ties: readonly MapTie[];
  readonly circles: readonly MapCircle[];
  readonly answers: MapAnswers;
  readonly truncated: boolean;
};
