import type { Level } from './level.ts';
import { createPulls } from './pulls.ts';

/** Where the ties of a level are written: as long as the ground level's, used again level after level. */
export type Room = { readonly targets: Uint32Array; readonly weights: Float64Array };

/**
 * Leiden's third phase (Traag et al. 2019, algorithm A.1, AggregateGraph): each group (0..count-1) becomes one node of
 * the level above, tied as strongly as its members were; ties inside a group stay in its strength. `room` is written
 * into and belongs to the result: never the one that `level` lies in.
 */
export const aggregate = (level: Level, group: Uint32Array, count: number, room: Room): Level => {
  const { members, starts } = membersOf(group, count);
  const offsets = new Uint32Array(count + 1);
  const { targets, weights } = room;
  const strength = new Float64Array(count);
  const pulls = createPulls(count);
  let used = 0;
  for (let id = 0; id < count; id += 1) {
    const nears = gatherGroup(level, group, members, starts[id] as number, starts[id + 1] as number, pulls);
    for (let at = starts[id] as number; at < (starts[id + 1] as number); at += 1)
      strength[id] = (strength[id] as number) + (level.strength[members[at] as number] as number);
    for (let index = 0; index < nears; index += 1) {
      const there = pulls.near[index] as number;
      if (there !== id) {
        targets[used] = there;
        weights[used++] = pulls.of[there] as number;
      }
      pulls.of[there] = 0;
    }
    offsets[id + 1] = used;
  }
  return {
    nodes: count,
    offsets,
    targets: targets.subarray(0, used),
    weights: weights.subarray(0, used),
    strength,
    total: level.total,
  };
};

/** The nodes of each group side by side: those of group `id` are `members[starts[id] .. starts[id + 1] - 1]`, ascending. */
export const membersOf = (
  group: Uint32Array,
  count: number,
): { readonly members: Uint32Array; readonly starts: Uint32Array } => {
  const starts = new Uint32Array(count + 1);
  for (let node = 0; node < group.length; node += 1) {
    const id = (group[node] as number) + 1;
    starts[id] = (starts[id] as number) + 1;
  }
  for (let id = 0; id < count; id += 1) starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);
  const next = starts.slice(0, count);
  const members = new Uint32Array(group.length);
  for (let node = 0; node < group.length; node += 1) {
    const id = group[node] as number;
    const at = next[id] as number;
    members[at] = node;
    next[id] = at + 1;
  }
  return { members, starts };
};

const gatherGroup = (
  level: Level,
  group: Uint32Array,
  members: Uint32Array,
  first: number,
  end: number,
  pulls: { readonly of: Float64Array; readonly near: Uint32Array },
): number => {
  const { offsets, targets, weights } = level;
  const { of, near } = pulls;
  let nears = 0;
  for (let member = first; member < end; member += 1) {
    const node = members[member] as number;
    const to = offsets[node + 1] as number;
    for (let at = offsets[node] as number; at < to; at += 1) {
      const there = group[targets[at] as number] as number;
      const before = of[there] as number;
      if (before === 0) near[nears++] = there;
      of[there] = before + (weights === null ? 1 : (weights[at] as number));
    }
  }
  return nears;
};
