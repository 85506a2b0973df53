/** Features share this many places: two that fall together are rarely both telling (Weinberger and others, 2009). */
export const BUCKETS = 65_536;

const PRIME = 16_777_619;
const START = 2_166_136_261;

/** FNV-1a over UTF-16 code units, with a seed that keeps kinds of features apart; the murmur3 finaliser spreads it. 32 bits. */
export const hashText = (text: string, seed: number, from = 0, to = text.length): number => {
  let hash = START ^ seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return finish(hash);
};

/** Which of some places a word of a text may have in a table of words; not for weights. */
export const hashWord = (text: string, from: number, to: number): number => {
  let hash = START;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash ^ (hash >>> 15);
};

/**
 * The places of all pieces of 3 to 5 characters, into `places`: those of 3 first, then those of 4, then those of 5, each in
 * the order of the text. The same as `hashText` of each: a piece of 5 goes on where that of 4 has come to.
 */
export const hashPieces = (text: string, seed: number, places: Uint16Array): void => {
  const length = text.length;
  const fours = Math.max(0, length - 2);
  const fives = fours + Math.max(0, length - 3);
  for (let at = 0; at + 3 <= length; at += 1) {
    let hash = START ^ seed;
    hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
    hash = Math.imul(hash ^ text.charCodeAt(at + 1), PRIME);
    hash = Math.imul(hash ^ text.charCodeAt(at + 2), PRIME);
    places[at] = bucketOf(finish(hash));
    if (at + 4 > length) continue;
    hash = Math.imul(hash ^ text.charCodeAt(at + 3), PRIME);
    places[fours + at] = bucketOf(finish(hash));
    if (at + 5 > length) continue;
    places[fives + at] = bucketOf(finish(Math.imul(hash ^ text.charCodeAt(at + 4), PRIME)));
  }
};

/** One of two hashes, in order. */
export const joinHashes = (first: number, second: number, seed: number): number =>
  finish(Math.imul(first ^ seed, PRIME) ^ second);

export const bucketOf = (hash: number): number => hash & (BUCKETS - 1);

const finish = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
