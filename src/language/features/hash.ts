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
