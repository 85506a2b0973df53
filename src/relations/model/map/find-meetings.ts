import type { Meeting, Web } from './web.ts';

/** Among so many of the people who are closest to us. */
const CLOSEST = 150;

/**
 * Pairs of people close to us who are not tied to each other and have acquaintances in common: by the index of Adamic and
 * Adar (Friends and neighbors on the Web, 2003), the sum over common acquaintances of 1 / log(how many they know), so that one
 * who knows everybody says little. Pairs of different circles count half more: that meeting joins something.
 */
export const findMeetings = (web: Web, most: number): readonly Meeting[] => {
  const close = closest(web);
  const isClose = new Set(close);
  const pairs = new Map<string, { a: number; b: number; common: number; index: number }>();
  for (let between = 0; between < web.graph.nodes; between += 1) {
    const known = neighbours(web, between).filter((person) => isClose.has(person));
    if (known.length < 2) continue;
    const says = 1 / Math.log(Math.max(2, neighbours(web, between).length));
    forEachPair(known, (a, b) => {
      const pair = pairs.get(`${a} ${b}`) ?? { a, b, common: 0, index: 0 };
      pair.common += 1;
      pair.index += says;
      pairs.set(`${a} ${b}`, pair);
    });
  }
  const worth = ({ a, b, index }: { a: number; b: number; index: number }): number =>
    index * (web.circleOf[a] === web.circleOf[b] ? 1 : 1.5);
  return [...pairs.values()]
    .filter(({ a, b }) => !areTied(web, a, b))
    .sort((one, other) => worth(other) - worth(one) || one.a - other.a || one.b - other.b)
    .slice(0, most)
    .map(({ a, b, common }) => ({ a, b, common }));
};

const closest = (web: Web): readonly number[] =>
  [...web.ours.keys()]
    .filter((person) => (web.ours[person] ?? 0) > 0)
    .sort((a, b) => (web.ours[b] ?? 0) - (web.ours[a] ?? 0) || a - b)
    .slice(0, CLOSEST);

/** Ascending, as the graph keeps them. */
const neighbours = ({ graph }: Web, person: number): readonly number[] => [
  ...graph.targets.subarray(graph.offsets[person] ?? 0, graph.offsets[person + 1] ?? 0),
];

const areTied = ({ graph }: Web, a: number, b: number): boolean =>
  graph.targets.subarray(graph.offsets[a] ?? 0, graph.offsets[a + 1] ?? 0).includes(b);

const forEachPair = (people: readonly number[], visit: (a: number, b: number) => void): void => {
  people.forEach((a, place) => {
    for (const b of people.slice(place + 1)) visit(a, b);
  });
};
