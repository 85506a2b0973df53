/** Numbers words, given as bytes, in the order in which they are first met. */
export type WordIndex = {
  /** The number of the word at `bytes[begin]` to `bytes[end - 1]`, a new one if it was never met. */
  readonly indexOf: (bytes: Uint8Array, begin: number, end: number) => number;
  readonly size: () => number;
  /** The words in the order of their numbers. */
  readonly words: () => readonly string[];
};

/** Up to here, words that are plain numbers are looked up in a table. */
const LARGEST_NUMBER = 2 ** 24 - 1;

/**
 * Plain numbers without leading zeros are looked up by their value, everything else by its bytes in a table with open
 * addressing; no string is made before the end. Memory: 4 bytes for each number up to the largest (at most 64 MB), for
 * other words their bytes and about 24 each.
 */
export const createWordIndex = (): WordIndex => {
  const byValue = createValueTable();
  const byBytes = createByteTable();
  /** Where each word is kept: a value, or less than zero, -1 - its number among the other words. */
  let origins = new Int32Array(1024);
  let size = 0;
  const meet = (origin: number): number => {
    if (size === origins.length) origins = grown(origins);
    origins[size] = origin;
    return size++;
  };
  const indexOf = (bytes: Uint8Array, begin: number, end: number): number => {
    const value = plainNumber(bytes, begin, end);
    const known = value < 0 ? byBytes.find(bytes, begin, end) : byValue.get(value);
    if (known >= 0) return known;
    const index = meet(value < 0 ? -1 - byBytes.count() : value);
    if (value < 0) byBytes.add(bytes, begin, end, index);
    else byValue.set(value, index);
    return index;
  };
  const words = (): readonly string[] => {
    const list: string[] = new Array(size);
    for (let index = 0; index < size; index++) {
      const origin = origins[index] as number;
      list[index] = origin >= 0 ? String(origin) : byBytes.word(-1 - origin);
    }
    return list;
  };
  return { indexOf, size: () => size, words };
};

/** The value of a number written the one plain way, or -1. */
const plainNumber = (bytes: Uint8Array, begin: number, end: number): number => {
  if (end - begin > 8 || (bytes[begin] === 48 && end - begin > 1)) return -1;
  let value = 0;
  for (let place = begin; place < end; place++) {
    const digit = (bytes[place] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value > LARGEST_NUMBER ? -1 : value;
};

const createValueTable = () => {
  let indexes = new Int32Array(1024);
  return {
    get: (value: number): number => (value < indexes.length ? (indexes[value] as number) - 1 : -1),
    set: (value: number, index: number): void => {
      while (value >= indexes.length) indexes = grown(indexes);
      indexes[value] = index + 1;
    },
  };
};

const createByteTable = () => {
  const decoder = new TextDecoder();
  let kept = new Uint8Array(16_384);
  let ends = new Uint32Array(1024);
  let indexes = new Int32Array(1024);
  let hashes = new Int32Array(1024);
  /** Number of the word + 1; 0 is free. At most half full. */
  let slots = new Int32Array(2048);
  let count = 0;
  const beginOf = (word: number): number => (word === 0 ? 0 : (ends[word - 1] as number));
  const same = (word: number, bytes: Uint8Array, begin: number, end: number): boolean => {
    const first = beginOf(word);
    if ((ends[word] as number) - first !== end - begin) return false;
    for (let place = 0; place < end - begin; place++)
      if (kept[first + place] !== bytes[begin + place]) return false;
    return true;
  };
  const find = (bytes: Uint8Array, begin: number, end: number): number => {
    const hash = hashOf(bytes, begin, end);
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const word = (slots[slot] as number) - 1;
      if (word < 0) return -1;
      if (hashes[word] === hash && same(word, bytes, begin, end)) return indexes[word] as number;
    }
  };
  const put = (word: number): void => {
    let slot = (hashes[word] as number) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = word + 1;
  };
  /** The word must not be there yet. */
  const add = (bytes: Uint8Array, begin: number, end: number, index: number): void => {
    if (count === ends.length) {
      ends = grown(ends);
      indexes = grown(indexes);
      hashes = grown(hashes);
    }
    const first = beginOf(count);
    while (first + end - begin > kept.length) kept = grown(kept);
    kept.set(bytes.subarray(begin, end), first);
    ends[count] = first + end - begin;
    indexes[count] = index;
    hashes[count] = hashOf(bytes, begin, end);
    put(count++);
    if (count * 2 <= slots.length) return;
    slots = new Int32Array(slots.length * 2);
    for (let word = 0; word < count; word++) put(word);
  };
  const word = (number: number): string => decoder.decode(kept.subarray(beginOf(number), ends[number]));
  return { find, add, word, count: () => count };
};

/** FNV-1a, its high bits mixed into the low ones. */
const hashOf = (bytes: Uint8Array, begin: number, end: number): number => {
  let hash = 0x811c9dc5;
  for (let place = begin; place < end; place++) hash = Math.imul(hash ^ (bytes[place] as number), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 13);
};

const grown = <T extends Int32Array | Uint32Array | Uint8Array>(array: T): T => {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
};
