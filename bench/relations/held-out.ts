import type { Graph } from '../../src/relations/model/graph/graph.ts';
import { cascadeLog } from '../../src/relations/model/selection/cascade-log.ts';
import type { EventColumns } from '../../src/relations/model/selection/team-input.ts';
import { listensTo } from '../../src/relations/model/selection/tied-before.ts';

/** What came after a team in conversations that it was not chosen from. */
export type HeldOut = {
  /** Different people who joined after a member to whom they are tied; the same per conversation; and tied or not. */
  readonly people: number;
  readonly reactions: number;
  readonly anyPeople: number;
  readonly anyReactions: number;
};

/** Conversations whose first word falls after `from` and not after `until`. */
export const laterEvents = (events: EventColumns, from: number, until: number): EventColumns => {
  const begins = new Map<number, number>();
  events.cascade.forEach((cascade, at) => {
    begins.set(cascade, Math.min(begins.get(cascade) ?? Infinity, events.time[at] as number));
  });
  const kept = [...events.cascade.keys()].filter((at) => {
    const begin = begins.get(events.cascade[at] as number) as number;
    return begin > from && begin <= until;
  });
  return {
    cascade: Uint32Array.from(kept, (at) => events.cascade[at] as number),
    node: Uint32Array.from(kept, (at) => events.node[at] as number),
    time: Float64Array.from(kept, (at) => events.time[at] as number),
  };
};

export const judgeTeam = (team: readonly number[], graph: Graph, later: EventColumns): HeldOut => {
  const log = cascadeLog(later, null);
  const chosen = new Set(team);
  const [people, anyPeople] = [new Set<number>(), new Set<number>()];
  let [reactions, anyReactions] = [0, 0];
  for (let cascade = 0; cascade < log.cascades; cascade++) {
    const members: number[] = [];
    for (let at = log.offsets[cascade] as number; at < (log.offsets[cascade + 1] as number); at++) {
      const node = log.nodes[at] as number;
      if (members.length > 0 && !chosen.has(node)) {
        anyPeople.add(node);
        anyReactions++;
        if (members.some((member) => listensTo(graph, node, member))) {
          people.add(node);
          reactions++;
        }
      }
      if (chosen.has(node)) members.push(node);
    }
  }
  return { people: people.size, reactions, anyPeople: anyPeople.size, anyReactions };
};
