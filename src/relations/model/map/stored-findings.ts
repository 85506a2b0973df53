import type { Findings } from './web.ts';

/** What the map answers, people and circles by their ids: names are put in when somebody reads it. */
export type StoredFindings = {
  readonly bridges: readonly {
    readonly contactId: string;
    readonly between: readonly [string, string];
    readonly share: number;
    readonly ties: number;
  }[];
  readonly sleeping: readonly {
    readonly contactId: string;
    readonly lastAt: string;
    readonly exchanges: number;
  }[];
  readonly holes: readonly {
    readonly circles: readonly [string, string];
    readonly size: number;
    readonly ties: number;
    readonly isReached: boolean;
    readonly nearestId: string | null;
  }[];
  readonly shouldMeet: readonly { readonly a: string; readonly b: string; readonly common: number }[];
};

type Names = {
  readonly contactIds: readonly string[];
  /** The identity of each circle; null for those too small to keep. */
  readonly circleIds: readonly (string | null)[];
  readonly reached: Uint8Array;
  readonly lastAt: (person: number) => Date | null;
};

/** Findings by place become findings by id; those about circles that are not kept fall away. */
export const storeFindings = (
  { bridges, sleeping, holes, shouldMeet }: Findings,
  { contactIds, circleIds, reached, lastAt }: Names,
): StoredFindings => {
  const idOf = (person: number): string => contactIds[person] ?? '';
  const pairOf = ([one, other]: readonly [number, number]): readonly [string, string] | null => {
    const [a, b] = [circleIds[one], circleIds[other]];
    return a && b ? [a, b] : null;
  };
  return {
    bridges: bridges.flatMap(({ person, between, share, ties }) => {
      const pair = pairOf(between);
      return pair ? [{ contactId: idOf(person), between: pair, share, ties }] : [];
    }),
    sleeping: sleeping.flatMap(({ person, exchanges }) => {
      const at = lastAt(person);
      return at ? [{ contactId: idOf(person), lastAt: at.toISOString(), exchanges }] : [];
    }),
    holes: holes.flatMap(({ circles, size, ties, nearest }) => {
      const pair = pairOf(circles);
      const isReached = reached[circles[0]] === 1 && reached[circles[1]] !== 1;
      return pair
        ? [{ circles: pair, size, ties, isReached, nearestId: nearest === null ? null : idOf(nearest) }]
        : [];
    }),
    shouldMeet: shouldMeet.map(({ a, b, common }) => ({ a: idOf(a), b: idOf(b), common })),
  };
};
