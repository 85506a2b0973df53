import { reachedCircles } from './circle-pairs.ts';
import type { Web } from './web.ts';

export type OurWeb = {
  /** People with a living tie with us. */
  readonly ties: number;
  /** Burt's effective size of our own surroundings, k - 2t/k: how many people who do not repeat each other. */
  readonly effectiveSize: number;
  readonly circlesReached: number;
  /** Of all people, the share tied with us or with one who is: 0 to 1. */
  readonly withinTwoSteps: number;
};

/** How dense and how wide the web around us is. */
export const ourWeb = (web: Web): OurWeb => {
  const { nodes, offsets, targets } = web.graph;
  const isOurs = (person: number): boolean => (web.ours[person] ?? 0) > 0;
  let [ties, amongOurs, near] = [0, 0, 0];
  for (let person = 0; person < nodes; person += 1) {
    const known = targets.subarray(offsets[person] ?? 0, offsets[person + 1] ?? 0);
    if (isOurs(person)) {
      ties += 1;
      near += 1;
      for (const other of known) if (isOurs(other)) amongOurs += 1;
    } else if (known.some(isOurs)) near += 1;
  }
  return {
    ties,
    effectiveSize: ties === 0 ? 0 : ties - amongOurs / ties,
    circlesReached: reachedCircles(web).reduce((sum, reached) => sum + reached, 0),
    withinTwoSteps: nodes === 0 ? 0 : near / nodes,
  };
};
