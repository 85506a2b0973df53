import type { Web } from '../map/web.ts';
import { type WeakTieFacts, weakTiesWorthNurturing } from '../ties/weak-ties.ts';
import { knownByCircle } from './known-by-circle.ts';
import type { OurWeakTie } from './openings.ts';

/**
 * Our own weak ties worth nurturing, by ties/weak-ties.ts with ourselves at one end: we are credible to ourselves, our
 * neighbours are all with whom we have a living tie, and what joins us to their circle is everybody of it whom we know.
 * `credibility`: 0..1 by person, NaN where nothing is known.
 */
export const findOurWeakTies = (web: Web, credibility: Float64Array, most: number): readonly OurWeakTie[] => {
  const ours = web.ours.filter((strength) => strength > 0);
  const median = medianOf(ours);
  const known = knownByCircle(web);
  const facts: WeakTieFacts[] = [];
  for (let person = 0; person < web.graph.nodes; person += 1) {
    const strength = web.ours[person] ?? 0;
    if (!(strength > 0) || strength >= median || !((credibility[person] ?? 0) >= 0.5)) continue;
    facts.push(factsOf(web, person, { strength, median, ours: ours.length, known, credibility }));
  }
  const byName = new Map(facts.map((fact) => [fact.b, fact]));
  return weakTiesWorthNurturing(facts)
    .slice(0, most)
    .map(({ b }) => ({
      person: Number(b),
      circle: web.circleOf[Number(b)] ?? -1,
      overlap: byName.get(b)?.overlap ?? 0,
      joining: byName.get(b)?.joining ?? 0,
    }));
};

type Around = {
  readonly strength: number;
  /** Of our ties. */
  readonly median: number;
  /** How many we have a tie with. */
  readonly ours: number;
  readonly known: Uint32Array;
  readonly credibility: Float64Array;
};

const factsOf = (web: Web, person: number, around: Around): WeakTieFacts => {
  const { offsets, targets, weights } = web.graph;
  const [from, to] = [offsets[person] ?? 0, offsets[person + 1] ?? 0];
  let shared = 0;
  for (let at = from; at < to; at += 1) if ((web.ours[targets[at] ?? 0] ?? 0) > 0) shared += 1;
  const theirs = new Float64Array(to - from + 1).fill(around.strength);
  for (let at = from; at < to; at += 1) theirs[at - from] = weights?.[at] ?? 1;
  // k - 1 on either side: the tie itself is not counted, and it is not in their neighbours here either.
  const union = around.ours - 1 + (to - from) - shared;
  const circle = web.circleOf[person] ?? -1;
  return {
    a: 'us',
    b: String(person),
    strength: around.strength,
    overlap: union > 0 ? shared / union : 0,
    medians: [around.median, medianOf(theirs)],
    credibility: [1, around.credibility[person] ?? 0],
    joining: circle < 0 ? null : (around.known[circle] ?? 0),
  };
};

/** Of strengths above zero; zero of none. */
const medianOf = (values: Float64Array): number => {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};
