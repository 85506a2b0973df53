/**
 * Pairs (one < other) that keep their number, found by hashing with open addressing; every node's pairs are threaded on a
 * list. Pair p has two ends: 2p lies at the smaller node, 2p + 1 at the larger, and a value beside each.
 */
export type PairTable = {
  readonly size: () => number;
  readonly find: (one: number, other: number) => number;
  /** The pair's number, a new one if it was not there. */
  readonly place: (one: number, other: number) => number;
  /** By end: what goes from the node at this end to the other. */
  readonly values: () => Float64Array;
  /** Both values together. */
  readonly strength: (pair: number) => number;
  readonly degree: (node: number) => number;
  /** The ends of a node's pairs, latest first; -1 after the last. */
  readonly firstEnd: (node: number) => number;
  readonly nextEnd: (end: number) => number;
  /** The node at the other end. */
  readonly across: (end: number) => number;
  /** Every direction with a value, except those that touch a node for which `without` holds. */
  readonly arcs: (without: (node: number) => boolean) => {
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly weight: Float64Array;
    /** Pairs left out. */
    readonly dropped: number;
  };
};

export const createPairTable = (): PairTable => {
  /** By end: its node, and the next end of that node + 1. */
  let ends = new Uint32Array(2048);
  let nexts = new Uint32Array(2048);
  let values = new Float64Array(2048);
  /** By node: its latest end + 1, and how many it has. */
  let firsts = new Uint32Array(1024);
  let degrees = new Uint32Array(1024);
  /** Pair + 1; 0 is free. At most half full. */
  let slots = new Uint32Array(4096);
  let size = 0;
  const slotOf = (one: number, other: number): number => {
    const mask = slots.length - 1;
    let slot = hashOf(one, other) & mask;
    for (;;) {
      const pair = slots[slot] as number;
      if (pair === 0 || (ends[pair * 2 - 2] === one && ends[pair * 2 - 1] === other)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const find = (one: number, other: number): number => (slots[slotOf(one, other)] as number) - 1;
  const thread = (end: number, node: number): void => {
    ends[end] = node;
    nexts[end] = firsts[node] as number;
    firsts[node] = end + 1;
    degrees[node] = (degrees[node] as number) + 1;
  };
  const makePlaces = (largest: number): void => {
    while (largest >= firsts.length) {
      firsts = grown(firsts);
      degrees = grown(degrees);
    }
    if (size * 2 < ends.length) return;
    ends = grown(ends);
    nexts = grown(nexts);
    values = grown(values);
    slots = new Uint32Array(slots.length * 2);
    for (let pair = 0; pair < size; pair++)
      slots[slotOf(ends[pair * 2] as number, ends[pair * 2 + 1] as number)] = pair + 1;
  };
  const place = (one: number, other: number): number => {
    const known = find(one, other);
    if (known >= 0) return known;
    makePlaces(other);
    slots[slotOf(one, other)] = size + 1;
    thread(size * 2, one);
    thread(size * 2 + 1, other);
    return size++;
  };
  const arcs: PairTable['arcs'] = (without) => {
    const [from, to] = [new Uint32Array(size * 2), new Uint32Array(size * 2)];
    const weight = new Float64Array(size * 2);
    let [count, dropped] = [0, 0];
    for (let end = 0; end < size * 2; end++) {
      const [node, other] = [ends[end] as number, ends[end ^ 1] as number];
      if (without(node) || without(other)) dropped += 0.5;
      else if ((values[end] as number) > 0) {
        from[count] = node;
        to[count] = other;
        weight[count++] = values[end] as number;
      }
    }
    const cut = { from: from.subarray(0, count), to: to.subarray(0, count) };
    return { ...cut, weight: weight.subarray(0, count), dropped };
  };
  return {
    size: () => size,
    find,
    place,
    values: () => values,
    strength: (pair) => (values[pair * 2] as number) + (values[pair * 2 + 1] as number),
    degree: (node) => (node < degrees.length ? (degrees[node] as number) : 0),
    firstEnd: (node) => (node < firsts.length ? (firsts[node] as number) : 0) - 1,
    nextEnd: (end) => (nexts[end] as number) - 1,
    across: (end) => ends[end ^ 1] as number,
    arcs,
  };
};

const hashOf = (one: number, other: number): number => {
  let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca77);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};

const grown = <T extends Uint32Array | Float64Array>(array: T): T => {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
};
