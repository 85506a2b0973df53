import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { MapPerson, MapTie } from '../views.ts';

export type Place = { readonly x: number; readonly y: number };

/** Its types speak of a default export, its code is CommonJS: what is imported is the layout itself. */
const layout = forceAtlas2 as unknown as typeof forceAtlas2.default;

const ROUNDS = 16;
const STEPS_A_ROUND = 25;
/** Threads between circles pull less, or the circles would fall into each other. */
const ACROSS = 0.12;
/** Radians that spread points evenly on a disc (Vogel 1979). */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Where everybody stands: circles begin side by side on a ring, then threads pull and people push
 * (ForceAtlas2, Jacomy et al. 2014). The same web is always drawn the same; between rounds the browser may breathe.
 */
export const placePeople = async (
  people: readonly MapPerson[],
  ties: readonly MapTie[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Place>> => {
  const graph = new UndirectedGraph();
  for (const [id, place] of beginning(people)) graph.addNode(id, { ...place, size: 1 });
  const circleOf = new Map(people.map(({ id, circle }) => [id, circle]));
  for (const { a, b, strength } of ties)
    if (graph.hasNode(a) && graph.hasNode(b) && a !== b) {
      const isWithin = circleOf.get(a) === circleOf.get(b);
      graph.mergeEdge(a, b, { weight: (0.2 + strength) * (isWithin ? 1 : ACROSS) });
    }
  if (graph.size > 0)
    for (let round = 0; round < ROUNDS; round += 1) {
      layout.assign(graph, { iterations: STEPS_A_ROUND, settings });
      await breath();
      signal.throwIfAborted();
    }
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x: Number(x), y: Number(y) }] as const));
};

const settings = {
  linLogMode: true,
  gravity: 2,
  scalingRatio: 6,
  slowDown: 8,
  edgeWeightInfluence: 1,
  barnesHutOptimize: false,
} as const;

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The largest circles first around a ring; within each, people on a disc. */
const beginning = (people: readonly MapPerson[]): ReadonlyMap<string, Place> => {
  const circles = new Map<string, MapPerson[]>();
  for (const person of people) {
    const circle = circles.get(person.circle ?? '') ?? [];
    circle.push(person);
    circles.set(person.circle ?? '', circle);
  }
  const inOrder = [...circles.values()].sort((one, other) => other.length - one.length);
  const ring = inOrder.length > 1 ? 12 * Math.sqrt(people.length) : 0;
  return new Map(
    inOrder.flatMap((circle, at) => {
      const turn = (2 * Math.PI * at) / inOrder.length;
      return circle.map(({ id }, place) => {
        const away = 6 * Math.sqrt(place + 0.5);
        return [
          id,
          {
            x: ring * Math.cos(turn) + away * Math.cos(place * GOLDEN),
            y: ring * Math.sin(turn) + away * Math.sin(place * GOLDEN),
          },
        ] as const;
      });
    }),
  );
};
