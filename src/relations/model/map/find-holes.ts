import { circlePairs, circleSizes, pairKey, reachedCircles, tiesByCircle } from './circle-pairs.ts';
import type { Hole, Web } from './web.ts';

/** Circles of fewer people are too small for a hole beside them to mean something. */
const SMALLEST = 4;
/** Joined by less than a tenth of what chance alone would tie, two circles hardly know of each other. */
const HARDLY = 0.1;
/** Only the largest circles are held against each other: the work grows with the square. */
const MOST_CIRCLES = 60;

/**
 * Pairs of large circles that are joined by hardly any tie (Burt, Structural Holes, 1992): fewer than a tenth of the ties
 * that the degrees of their people would make by chance. First those of which we reach one: there we can be the bridge.
 */
export const findHoles = (web: Web, most: number): readonly Hole[] => {
  const sizes = circleSizes(web);
  const reached = reachedCircles(web);
  const pairs = circlePairs(web);
  const degrees = degreesByCircle(web);
  const whole = degrees.reduce((sum, degree) => sum + degree, 0);
  const large = largest(sizes);
  const holes = large.flatMap((one, place) =>
    large.slice(place + 1).flatMap((other) => {
      const ties = pairs.get(pairKey(web, one, other))?.ties ?? 0;
      const chance = whole > 0 ? ((degrees[one] ?? 0) * (degrees[other] ?? 0)) / whole : 0;
      if (chance < 1 || ties > HARDLY * chance) return [];
      const circles = orderByReach(reached, one, other);
      return [{ circles, ties, size: (sizes[one] ?? 0) + (sizes[other] ?? 0) }];
    }),
  );
  const openness = ({ circles: [one, other] }: { readonly circles: readonly [number, number] }): number =>
    (reached[one] ?? 0) + (1 - (reached[other] ?? 0));
  return holes
    .sort((a, b) => openness(b) - openness(a) || b.size - a.size || a.circles[0] - b.circles[0])
    .slice(0, most)
    .map((hole) => ({ ...hole, nearest: nearestTo(web, hole.circles) }));
};

const orderByReach = (reached: Uint8Array, one: number, other: number): readonly [number, number] =>
  (reached[other] ?? 0) > (reached[one] ?? 0) ? [other, one] : [one, other];

const largest = (sizes: Uint32Array): readonly number[] =>
  [...sizes.keys()]
    .filter((circle) => (sizes[circle] ?? 0) >= SMALLEST)
    .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
    .slice(0, MOST_CIRCLES);

const degreesByCircle = (web: Web): Float64Array => {
  const degrees = new Float64Array(web.circles);
  web.circleOf.forEach((circle, person) => {
    if (circle < 0) return;
    const degree = (web.graph.offsets[person + 1] ?? 0) - (web.graph.offsets[person] ?? 0);
    degrees[circle] = (degrees[circle] ?? 0) + degree;
  });
  return degrees;
};

/** Of the people tied with us, who is in one of the two circles, or tied into it, and has the most into the other. */
const nearestTo = (web: Web, [one, other]: readonly [number, number]): number | null => {
  let best: number | null = null;
  let most = 0;
  for (let person = 0; person < web.graph.nodes; person += 1) {
    const ours = web.ours[person] ?? 0;
    if (ours <= 0) continue;
    const ties = tiesByCircle(web, person);
    const into = (circle: number): number =>
      (ties.get(circle)?.strength ?? 0) + (web.circleOf[person] === circle ? 1 : 0);
    const score = Math.min(into(one), into(other)) + Math.max(into(one), into(other)) * 0.01;
    if (score > most) [most, best] = [score, person];
  }
  return best;
};
