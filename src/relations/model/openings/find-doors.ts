import { circleSizes, tiesByCircle } from '../map/circle-pairs.ts';
import { shownStrength } from '../map/shown-strength.ts';
import type { Web } from '../map/web.ts';
import { knownByCircle } from './known-by-circle.ts';
import type { Door } from './openings.ts';

/** A circle is one that we lack when we know at most this share of it. */
const LACKED = 0.1;
/** One acquaintance there is chance. */
const FEWEST = 2;

/**
 * Bridges to circles that we lack: people with a living tie with us who know more of such a circle than we do, each with the
 * circle that they open widest. First who opens most and is close to us: log2(1 + people they know there) times the strength of
 * our tie (0..1). Granovetter 1973; GRAPH.md, definitions 2 and 3.
 */
export const findDoors = (web: Web, most: number): readonly Door[] => {
  const [sizes, known] = [circleSizes(web), knownByCircle(web)];
  const doors: Door[] = [];
  for (let person = 0; person < web.graph.nodes; person += 1) {
    if (!((web.ours[person] ?? 0) > 0)) continue;
    const door = widest(web, person, sizes, known);
    if (door) doors.push(door);
  }
  const worth = ({ person, theyKnow }: Door): number =>
    Math.log2(1 + theyKnow) * shownStrength(web.ours[person] ?? 0);
  return doors.sort((a, b) => worth(b) - worth(a) || a.person - b.person).slice(0, most);
};

const widest = (web: Web, person: number, sizes: Uint32Array, known: Uint32Array): Door | null => {
  let best: Door | null = null;
  for (const [circle, { ties: theyKnow }] of tiesByCircle(web, person)) {
    const [size, weKnow] = [sizes[circle] ?? 0, known[circle] ?? 0];
    if (theyKnow < FEWEST || theyKnow <= weKnow || weKnow > LACKED * size) continue;
    if (best === null || theyKnow > best.theyKnow || (theyKnow === best.theyKnow && circle < best.circle))
      best = { person, circle, size, weKnow, theyKnow };
  }
  return best;
};
