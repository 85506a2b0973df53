export {
  chooseTeam,
  type Depth,
  type TeamMember,
  type TeamOutcome,
  type TeamProblem,
} from './choose-team.ts';
export type { Comparison, TeamFigures } from './comparison.ts';
export { ENOUGH_REACTIONS, SOME_REACTIONS } from './decide-method.ts';
export { effortOf } from './effort.ts';
export { type Direction, directions, listeningGraph } from './listening-graph.ts';
export type { Stability } from './stability.ts';
export {
  type EventColumns,
  type Method,
  methods,
  type TeamInput,
  usualChoices,
  type Words,
} from './team-input.ts';
export type { Watch } from './watch.ts';
