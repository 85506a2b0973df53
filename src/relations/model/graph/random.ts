/** A stream of numbers that look random and are the same for the same seed, on every machine. Not for secrets. */
export type Random = {
  /** In [0, 1), with 53 bits. */
  readonly next: () => number;
  /** A whole number in [0, limit); `limit` from 1 to 2^32 (the bias is below limit / 2^32). */
  readonly below: (limit: number) => number;
};

/**
 * xoshiro128** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021), its state filled from
 * `seed` by a mixing function, so that neighbouring seeds give unrelated streams. Any finite number is a seed.
 */
export const createRandom = (seed: number): Random => {
  const state = stateOf(seed);
  const word = (): number => {
    const s1 = state[1] as number;
    const s3 = state[3] as number;
    const times5 = Math.imul(s1, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const s2 = (state[2] as number) ^ (state[0] as number);
    const mixed3 = s3 ^ s1;
    state[1] = s1 ^ s2;
    state[0] = (state[0] as number) ^ mixed3;
    state[2] = s2 ^ (s1 << 9);
    state[3] = (mixed3 << 11) | (mixed3 >>> 21);
    return result >>> 0;
  };
  return {
    next: () => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992,
    below: (limit) => Math.floor((word() / 4_294_967_296) * limit),
  };
};

/** Four words that are never all zero: the seed's 64 bits, mixed as MurmurHash3 ends. */
const stateOf = (seed: number): Int32Array => {
  const bits = new Uint32Array(new Float64Array([seed]).buffer);
  const state = new Int32Array(4);
  let mixed = Math.imul((bits[0] as number) ^ 0x9e3779b9, 0x85ebca6b) ^ (bits[1] as number);
  for (let index = 0; index < 4; index++) {
    mixed = (mixed + 0x9e3779b9) | 0;
    let word = mixed ^ (mixed >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    state[index] = word ^ (word >>> 15);
  }
  // Of four different inputs to a one-to-one mixing at most one gives zero.
  return state;
};
