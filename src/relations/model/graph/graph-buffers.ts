import type { Graph } from './graph.ts';

/** The same graph where workers can read it without a copy; itself if it already lies there. */
export const sharedGraph = (graph: Graph): Graph => ({
  ...graph,
  offsets: sharedWords(graph.offsets),
  targets: sharedWords(graph.targets),
  weights: graph.weights && sharedNumbers(graph.weights),
});

/** What to name in `postMessage` so that the graph moves instead of being copied (the sender no longer has it). */
export const transferablesOf = (graph: Graph): readonly ArrayBuffer[] =>
  [graph.offsets, graph.targets, graph.weights].flatMap((array) =>
    array && array.buffer instanceof ArrayBuffer ? [array.buffer] : [],
  );

const sharedWords = (array: Uint32Array): Uint32Array => {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const shared = new Uint32Array(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
};

const sharedNumbers = (array: Float64Array): Float64Array => {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const shared = new Float64Array(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
};
