import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { createRandom, type Random } from '../graph/random.ts';
import { chooseNodes } from './choose-nodes.ts';
import { type Choice, prepareChoice } from './prepare-choice.ts';
import type { EventColumns, Method, TeamInput } from './team-input.ts';
import { goOn, type Watch } from './watch.ts';

/** How much of the team stays when a tenth of the data goes, over several draws of that tenth: shares, 0 to 1. */
export type Stability = { readonly kept: number; readonly least: number; readonly draws: number };

/**
 * The same choice from nine tenths: conversations go where conversations decided, ties elsewhere. Audiences, and so the
 * band, stay. Pins are not counted: they stay whatever the data say. Null when nobody was chosen freely.
 */
export const stabilityOf = (
  choice: Choice,
  method: Method,
  team: readonly number[],
  draws: number,
  watch: Watch = {},
): Stability | null => {
  const pins = new Set(choice.constraint.pins);
  const free = team.filter((node) => !pins.has(node));
  if (free.length === 0) return null;
  const shares = Array.from({ length: draws }, (_, draw) => {
    goOn(watch);
    const random = createRandom(choice.input.seed + 1_000 + draw);
    const again = new Set(chooseNodes(prepareChoice(thinned(choice, method, random)), method).team);
    return free.filter((node) => again.has(node)).length / free.length;
  });
  return {
    kept: shares.reduce((sum, share) => sum + share, 0) / draws,
    least: Math.min(...shares),
    draws,
  };
};

const thinned = ({ input, audience, reactions }: Choice, method: Method, random: Random): TeamInput => {
  const isByEvents =
    method === 'observed' || method === 'learned' || (method === 'single' && reactions >= 200);
  const kept = { ...input, followers: audience };
  if (isByEvents && input.events) return { ...kept, events: withoutTenthOfCascades(input.events, random) };
  return { ...kept, graph: withoutTenthOfTies(input.graph, random) };
};

const withoutTenthOfCascades = (events: EventColumns, random: Random): EventColumns => {
  const cascades = events.cascade.reduce((highest, cascade) => Math.max(highest, cascade + 1), 0);
  const goes = Uint8Array.from({ length: cascades }, () => (random.next() < 0.1 ? 1 : 0));
  const stays = (_: number, at: number): boolean => goes[events.cascade[at] as number] === 0;
  return {
    cascade: events.cascade.filter(stays),
    node: events.node.filter(stays),
    time: events.time.filter(stays),
  };
};

const withoutTenthOfTies = (graph: Graph, random: Random): Graph => {
  const from: number[] = [];
  const to: number[] = [];
  for (let node = 0; node < graph.nodes; node++)
    for (let tie = graph.offsets[node] as number; tie < (graph.offsets[node + 1] as number); tie++) {
      const other = graph.targets[tie] as number;
      if ((!graph.directed && other < node) || random.next() < 0.1) continue;
      from.push(node);
      to.push(other);
    }
  return buildGraph({
    nodes: graph.nodes,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    directed: graph.directed,
  });
};
