/**
 * Which watches wait for which number. 256 small open-addressed tables, so that growing stops the stream for a small part of a
 * millisecond, behind one row of bits that answers nearly all of the questions: most words of most texts are in no watch.
 */
type AnchorTable = {
  add(hash: number, slot: number): void;
  remove(hash: number, slot: number): void;
  /** How many wait for it. */
  count(hash: number): number;
  /** Calls `found` with each slot that waits for it. */
  each(hash: number, found: (slot: number) => void): void;
  /** The row of bits and how far to shift a number to find its own. Both change when the table grows. */
  bits(): Int32Array;
  shift(): number;
};

const SHARDS = 256;
const FIRST_SIZE = 16;
const FIRST_BITS = 13;
const MOST_BITS = 25;
const BITS_PER_KEY = 12;
/** A number that nobody waits for any more: its place stays. */
const NOBODY = -1;

type Shard = { keys: Uint32Array; used: Uint8Array; values: Int32Array; count: number };

export const createAnchorTable = (): AnchorTable => {
  const shards: Shard[] = Array.from({ length: SHARDS }, () => emptyShard(FIRST_SIZE));
  /** Slots where more than one waits: the value is the place here, counted down from -2. */
  const lists: number[][] = [];
  const freeLists: number[] = [];
  let keyCount = 0;
  let width = FIRST_BITS;
  let bits = new Int32Array(2 ** (width - 5));

  const mark = (hash: number): void => {
    const bit = hash >>> (32 - width);
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  };
  const widen = (): void => {
    if (keyCount * BITS_PER_KEY <= 2 ** width || width >= MOST_BITS) return;
    width += 1;
    bits = new Int32Array(2 ** (width - 5));
    for (const { keys, used, values } of shards)
      for (let at = 0; at < keys.length; at += 1)
        if (used[at] === 1 && values[at] !== NOBODY) mark(keys[at] ?? 0);
  };
  const shardOf = (hash: number): Shard => shards[hash & (SHARDS - 1)] as Shard;
  const slotsAt = (shard: Shard, at: number): readonly number[] => {
    const value = at < 0 ? NOBODY : (shard.values[at] ?? NOBODY);
    if (value === NOBODY) return [];
    return value >= 0 ? [value] : (lists[-2 - value] ?? []);
  };

  return {
    add: (hash, slot) => {
      const shard = shardOf(hash);
      if (shard.count * 2 >= shard.keys.length) grow(shard);
      const at = placeFor(shard, hash);
      const value = shard.values[at] ?? NOBODY;
      if (value === NOBODY) {
        shard.values[at] = slot;
        keyCount += 1;
        widen();
        mark(hash);
      } else if (value >= 0) {
        const list = freeLists.pop() ?? lists.length;
        lists[list] = [value, slot];
        shard.values[at] = -2 - list;
      } else lists[-2 - value]?.push(slot);
    },
    remove: (hash, slot) => {
      const shard = shardOf(hash);
      const at = find(shard, hash);
      if (at < 0) return;
      const rest = slotsAt(shard, at).filter((one) => one !== slot);
      const value = shard.values[at] ?? NOBODY;
      if (value < NOBODY) lists[-2 - value] = rest;
      if (rest.length > 1) return;
      if (value < NOBODY) freeLists.push(-2 - value);
      shard.values[at] = rest[0] ?? NOBODY;
      if (rest.length === 0) keyCount -= 1;
    },
    count: (hash) => slotsAt(shardOf(hash), find(shardOf(hash), hash)).length,
    each: (hash, found) => {
      const shard = shardOf(hash);
      const at = find(shard, hash);
      if (at < 0) return;
      const value = shard.values[at] ?? NOBODY;
      if (value >= 0) found(value);
      else if (value < NOBODY) for (const slot of lists[-2 - value] ?? []) found(slot);
    },
    bits: () => bits,
    shift: () => 32 - width,
  };
};

const emptyShard = (size: number): Shard => ({
  keys: new Uint32Array(size),
  used: new Uint8Array(size),
  values: new Int32Array(size).fill(NOBODY),
  count: 0,
});

/** Where a number stands; -1 when it is nowhere. The low eight bits chose the shard: the rest chooses the place. */
const find = (shard: Shard, hash: number): number => {
  const last = shard.keys.length - 1;
  for (let at = (hash >>> 8) & last; shard.used[at] === 1; at = (at + 1) & last)
    if (shard.keys[at] === hash) return at;
  return -1;
};

const placeFor = (shard: Shard, hash: number): number => {
  const last = shard.keys.length - 1;
  let at = (hash >>> 8) & last;
  while (shard.used[at] === 1) {
    if (shard.keys[at] === hash) return at;
    at = (at + 1) & last;
  }
  shard.used[at] = 1;
  shard.keys[at] = hash;
  shard.count += 1;
  return at;
};

/** Numbers that nobody waits for are left behind. */
const grow = (shard: Shard): void => {
  const living = shard.values.reduce((sum, value) => sum + (value === NOBODY ? 0 : 1), 0);
  const { keys, values } = shard;
  const next = emptyShard(living * 4 >= keys.length ? keys.length * 2 : keys.length);
  for (let at = 0; at < keys.length; at += 1)
    if (values[at] !== NOBODY) next.values[placeFor(next, keys[at] ?? 0)] = values[at] ?? NOBODY;
  Object.assign(shard, next);
};
