import { createCoverage } from './coverage.ts';
import { byNode, type ReverseSets, type SetsByNode } from './reverse-sets.ts';

/** A team and the sets that it was chosen from. */
export type Evidence = {
  readonly sets: ReverseSets;
  readonly index: SetsByNode;
  /** What each node would still add to the whole team. */
  readonly gains: Float64Array;
  readonly covered: number;
};

export const evidenceOf = (sets: ReverseSets, nodes: number, team: readonly number[]): Evidence => {
  const index = byNode(sets, nodes);
  const coverage = createCoverage(sets, nodes, index);
  for (const node of team) coverage.take(node);
  return { sets, index, gains: coverage.gains, covered: coverage.covered() };
};
