/**
 * A queue that hands out the node with the highest score while scores only fall: scores in it may be stale and are put
 * right when they come to the top (CELF: Leskovec et al., KDD 2007). Equal scores go to the lower node.
 */
export type LazyQueue = {
  /** The best node by the scores of now, taken out; -1 when nobody with a score above zero is left. */
  next(): number;
};

export const createLazyQueue = (nodes: Uint32Array, scoreNow: (node: number) => number): LazyQueue => {
  const heap = new Uint32Array(nodes.length);
  const scores = new Float64Array(nodes.length);
  let size = 0;
  for (let at = 0; at < nodes.length; at++) {
    const score = scoreNow(nodes[at] as number);
    if (score <= 0) continue;
    heap[size] = nodes[at] as number;
    scores[size++] = score;
  }
  const before = (a: number, b: number): boolean =>
    (scores[a] as number) > (scores[b] as number) ||
    (scores[a] === scores[b] && (heap[a] as number) < (heap[b] as number));
  const sink = (from: number): void => {
    let at = from;
    for (;;) {
      let best = 2 * at + 1;
      if (best >= size) return;
      if (best + 1 < size && before(best + 1, best)) best++;
      if (!before(best, at)) return;
      swap(heap, at, best);
      swap(scores, at, best);
      at = best;
    }
  };
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at);
  return {
    next: () => {
      while (size > 0) {
        const top = heap[0] as number;
        const score = scoreNow(top);
        if (score >= (scores[0] as number)) {
          size--;
          heap[0] = heap[size] as number;
          scores[0] = scores[size] as number;
          sink(0);
          return top;
        }
        scores[0] = score;
        sink(0);
      }
      return -1;
    },
  };
};

const swap = (list: Uint32Array | Float64Array, a: number, b: number): void => {
  const kept = list[a] as number;
  list[a] = list[b] as number;
  list[b] = kept;
};
