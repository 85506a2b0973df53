import type { Constraint } from './constraint.ts';

/**
 * The highest scores, equal ones by the lower node, with no thought for what the others already do. With hours, whoever
 * still fits: the plain thing to do, to compare with. Pins first.
 */
export const rankedTeam = (
  { candidates, pins, costs, budget }: Constraint,
  scores: Float64Array,
): { readonly team: readonly number[]; readonly gains: readonly number[] } => {
  const costOf = (node: number): number => (costs ? (costs[node] as number) : 1);
  const scoreOf = (node: number): number => scores[node] || 0;
  const team = [...pins];
  let spent = team.reduce((sum, pin) => sum + costOf(pin), 0);
  const order = candidates.toSorted((a, b) => scoreOf(b) - scoreOf(a) || a - b);
  for (const node of order) {
    if (costs === null && team.length >= budget) break;
    if (spent + costOf(node) > budget) continue;
    team.push(node);
    spent += costOf(node);
  }
  return { team, gains: team.map(scoreOf) };
};
