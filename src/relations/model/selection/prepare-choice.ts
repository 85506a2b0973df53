import { isInBand, listenersOf, type ReachBand, reachBand } from './audience.ts';
import { type CascadeLog, cascadeLog } from './cascade-log.ts';
import { circlePairs } from './circle-pairs.ts';
import type { Constraint } from './constraint.ts';
import { effortOf } from './effort.ts';
import { countReactions } from './observed-sets.ts';
import type { ReverseSets } from './reverse-sets.ts';
import type { TeamInput } from './team-input.ts';

/** All that is worked out before anybody is chosen. */
export type Choice = {
  readonly input: TeamInput;
  readonly log: CascadeLog;
  /** Reactions seen: somebody joined a conversation after somebody to whom they are tied. */
  readonly reactions: number;
  readonly audience: Float64Array;
  readonly band: ReachBand | null;
  /** Hours that each would ask for, whatever the limit is counted in. */
  readonly efforts: Float64Array;
  readonly constraint: Constraint;
  readonly pairs: ReverseSets | null;
};

const nothing = { cascade: new Uint32Array(), node: new Uint32Array(), time: new Float64Array() };

export const prepareChoice = (input: TeamInput): Choice => {
  const log = cascadeLog(input.events ?? nothing, input.trainUntil);
  const audience = input.followers ?? listenersOf(input.graph);
  const band = input.band && reachBand(audience, input.band);
  const efforts = effortOf(audience, input.tiePercentiles, input.baseHours);
  return {
    input,
    log,
    reactions: countReactions(log, input.graph),
    audience,
    band,
    efforts,
    constraint: constraintOf(input, audience, band, efforts),
    pairs: input.communities && input.spread > 0 ? circlePairs(input.graph, input.communities) : null,
  };
};

/** Somebody both pinned and excluded is excluded: a no is a no. */
const constraintOf = (
  input: TeamInput,
  audience: Float64Array,
  band: ReachBand | null,
  efforts: Float64Array,
): Constraint => {
  const excluded = new Set(input.exclusions);
  const pins = Uint32Array.from(new Set(input.pins)).filter((pin) => !excluded.has(pin));
  const pinned = new Set(pins);
  const candidates: number[] = [];
  for (let node = 0; node < input.graph.nodes; node++)
    if (isInBand(audience[node] as number, band) && !pinned.has(node) && !excluded.has(node))
      candidates.push(node);
  return {
    candidates: Uint32Array.from(candidates),
    pins,
    costs: input.limit.kind === 'hours' ? efforts : null,
    budget: input.limit.kind === 'hours' ? input.limit.hours : input.limit.size,
  };
};
