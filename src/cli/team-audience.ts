import type { EventColumns, Graph } from '../relations/engine.ts';

/** Below this share of the people who spoke, the ties tell too little of who is heard. */
const POOR = 0.2;

/**
 * What stands for the audience when no file tells it. Null, which means how many listen to each, where ties tell; where
 * most of those who spoke have no tie at all, in how many conversations each took part.
 */
export const audienceByVoice = (
  graph: Graph,
  tied: number,
  events: EventColumns | null,
): Float64Array | null => {
  if (events === null) return null;
  const spoke = new Set(events.node);
  const withTies = [...spoke].filter((node) => node < tied).length;
  if (spoke.size === 0 || withTies >= spoke.size * POOR) return heardAmongTied(graph, tied);
  const voices = new Float64Array(graph.nodes);
  for (const node of events.node) voices[node] = (voices[node] as number) + 1;
  return voices;
};

/** How many listen to each; not known of those who are in no tie, so that they do not move the band. */
const heardAmongTied = (graph: Graph, tied: number): Float64Array | null => {
  if (tied === graph.nodes) return null;
  const heard = new Float64Array(graph.nodes).fill(Number.NaN, tied);
  for (const node of graph.targets) heard[node] = (heard[node] as number) + 1;
  return heard;
};
