import type { MapTie } from '../views.ts';

/** More threads than this and a drawing says nothing any more. */
const MOST = 420;
/** Nobody loses their strongest threads to those who have many. */
const OF_EACH = 3;

/** The same for both directions of a tie. */
export const tieKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Of many ties those that say most: each person's strongest, the weak ones worth nurturing, then the strongest of all. */
export const threadsToDraw = (ties: readonly MapTie[], most = MOST): readonly MapTie[] => {
  if (ties.length <= most) return ties;
  const sorted = [...ties].sort((one, other) => other.strength - one.strength);
  const seen = new Map<string, number>();
  const isAmongFirst = (person: string): boolean => {
    const before = seen.get(person) ?? 0;
    seen.set(person, before + 1);
    return before < OF_EACH;
  };
  const ranked = sorted.map((tie, place) => {
    const [ofA, ofB] = [isAmongFirst(tie.a), isAmongFirst(tie.b)];
    return { tie, rank: (ofA || ofB ? 0 : tie.weak ? 1 : 2) * sorted.length + place };
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ tie }) => tie);
};
