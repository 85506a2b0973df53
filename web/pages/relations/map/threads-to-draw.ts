import type { MapTie } from '../views.ts';

/** Nobody loses their strongest threads to those who have many. */
const OF_EACH = 3;

/** The same for both directions of a tie. */
export const tieKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** So many threads a drawing of so many people can carry before it says nothing any more. */
export const threadsThatFit = (people: number): number => Math.round(60 + 1.3 * people);

/** Of many ties those that say most: each person's strongest, the weak ones worth nurturing, then the strongest of all. */
export const threadsToDraw = (ties: readonly MapTie[], most: number): readonly MapTie[] => {
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
