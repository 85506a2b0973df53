/**
 * Pairs (one < other) that keep their number, found by hashing with open addressing; every node's pairs are threaded on a
 * list. Pair p has two ends: 2p lies at the smaller node, 2p + 1 at the larger, and a value beside each.
 */
export type PairTable = {
  readonly size: () => number;
  readonly find: (one: number, other: number) => number;
  /** The pair's number, a new one if it was not there. */
  readonly place: (one: number, other: number) => number;
  /** What goes from the node at this end to the other. */
  readonly value: (end: number) => number;
  readonly add: (end: number, more: number) => void;
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
  /**
   * By pair, all in 32 bytes, so that whoever follows a list waits for memory once a pair and not three times: the nodes
   * of both ends, the next end of each + 1; then, as doubles, both values.
   */
  let words = new Uint32Array(1024 * WORDS);
  let doubles = new Float64Array(words.buffer);
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
      const at = (pair - 1) * WORDS;
      if (pair === 0 || (words[at] === one && words[at + 1] === other)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const find = (one: number, other: number): number => (slots[slotOf(one, other)] as number) - 1;
  const thread = (end: number, node: number): void => {
    const at = (end >> 1) * WORDS + (end & 1);
    words[at] = node;
    words[at + 2] = firsts[node] as number;
    firsts[node] = end + 1;
    degrees[node] = (degrees[node] as number) + 1;
  };
  const makePlaces = (largest: number): void => {
    while (largest >= firsts.length) {
      firsts = grown(firsts);
      degrees = grown(degrees);
    }
    if (size * WORDS < words.length) return;
    words = grown(words);
    doubles = new Float64Array(words.buffer);
    slots = new Uint32Array(slots.length * 2);
    for (let pair = 0; pair < size; pair++)
      slots[slotOf(words[pair * WORDS] as number, words[pair * WORDS + 1] as number)] = pair + 1;
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
  const across = (end: number): number => words[(end >> 1) * WORDS + ((end & 1) ^ 1)] as number;
  const valueAt = (end: number): number => doubles[valuePlace(end)] as number;
  const add = (end: number, more: number): void => {
    doubles[valuePlace(end)] = (doubles[valuePlace(end)] as number) + more;
  };
  const arcs: PairTable['arcs'] = (without) => {
    const [from, to] = [new Uint32Array(size * 2), new Uint32Array(size * 2)];
    const weight = new Float64Array(size * 2);
    let [count, dropped] = [0, 0];
    for (let end = 0; end < size * 2; end++) {
      const [node, other] = [across(end ^ 1), across(end)];
      if (without(node) || without(other)) dropped += 0.5;
      else if (valueAt(end) > 0) {
        from[count] = node;
        to[count] = other;
        weight[count++] = valueAt(end);
      }
    }
    const cut = { from: from.subarray(0, count), to: to.subarray(0, count) };
    return { ...cut, weight: weight.subarray(0, count), dropped };
  };
  return {
    size: () => size,
    find,
    place,
    value: valueAt,
    add,
    strength: (pair) => valueAt(pair * 2) + valueAt(pair * 2 + 1),
    degree: (node) => (node < degrees.length ? (degrees[node] as number) : 0),
    firstEnd: (node) => (node < firsts.length ? (firsts[node] as number) : 0) - 1,
    nextEnd: (end) => (words[(end >> 1) * WORDS + 2 + (end & 1)] as number) - 1,
    across,
    arcs,
  };
};

/** Of 4 bytes, for one pair. */
const WORDS = 8;

/** Among the doubles. */
const valuePlace = (end: number): number => (end >> 1) * (WORDS / 2) + 2 + (end & 1);

const hashOf = (one: number, other: number): number => {
  let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca77);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};

const grown = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
};
