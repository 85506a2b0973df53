import { shownStrength } from '../map/shown-strength.ts';
import type { Web } from '../map/web.ts';
import { strengthOfWay } from '../strength-of-way.ts';
import type { Introducer } from './openings.ts';

/** An introduction is ripe when both ties are at least this strong (0..1, as shown). */
const RIPE = 0.5;

/**
 * Ripe introductions: people close to us, each with the one whom they are closest to of those with whom we have never spoken.
 * The strongest way (product of both ties) first. `spoke`: words that passed between us and each person, ever.
 */
export const findIntroducers = (web: Web, spoke: Uint32Array, most: number): readonly Introducer[] => {
  const found: Introducer[] = [];
  for (let person = 0; person < web.graph.nodes; person += 1) {
    const ours = web.ours[person] ?? 0;
    if (shownStrength(ours) < RIPE) continue;
    const closest = closestStranger(web, spoke, person);
    if (closest && shownStrength(closest.theirs) >= RIPE) found.push({ person, ours, ...closest });
  }
  const worth = ({ ours, theirs }: Introducer): number => strengthOfWay([ours, theirs]);
  return found.sort((a, b) => worth(b) - worth(a) || a.person - b.person).slice(0, most);
};

const closestStranger = (
  { graph: { offsets, targets, weights } }: Web,
  spoke: Uint32Array,
  person: number,
): { readonly other: number; readonly theirs: number } | null => {
  let best: { other: number; theirs: number } | null = null;
  for (let at = offsets[person] ?? 0; at < (offsets[person + 1] ?? 0); at += 1) {
    const other = targets[at] ?? 0;
    const theirs = weights?.[at] ?? 1;
    if ((spoke[other] ?? 0) === 0 && theirs > (best?.theirs ?? 0)) best = { other, theirs };
  }
  return best;
};
