import { circleAt, circlePairs, pairKey, tiesByCircle } from './circle-pairs.ts';
import type { Bridge, Web } from './web.ts';

/** One tie into another circle is chance, not a bridge. */
const FEWEST_TIES = 2;

/**
 * The people who carry most of what joins two circles: of the strength of all ties between their own circle and another,
 * the share that goes through them. The largest share first; among equal ones who has more such ties.
 */
export const findBridges = (web: Web, most: number): readonly Bridge[] => {
  const pairs = circlePairs(web);
  const found: Bridge[] = [];
  for (let person = 0; person < web.graph.nodes; person += 1) {
    const best = strongestBridge(web, pairs, person);
    if (best) found.push(best);
  }
  return found.sort((a, b) => weight(b) - weight(a) || a.person - b.person).slice(0, most);
};

/** A whole pair of circles carried by two ties says less than half of one carried by twenty. */
const weight = ({ share, ties }: Bridge): number => share * Math.log2(1 + ties);

const strongestBridge = (web: Web, pairs: ReturnType<typeof circlePairs>, person: number): Bridge | null => {
  const home = circleAt(web, person);
  if (home < 0) return null;
  let best: Bridge | null = null;
  for (const [circle, { strength, ties }] of tiesByCircle(web, person)) {
    if (circle === home || ties < FEWEST_TIES) continue;
    const whole = pairs.get(pairKey(web, home, circle))?.strength ?? 0;
    const bridge: Bridge = { person, between: [home, circle], share: whole > 0 ? strength / whole : 0, ties };
    if (!best || weight(bridge) > weight(best)) best = bridge;
  }
  return best;
};
