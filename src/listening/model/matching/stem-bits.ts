/**
 * How words begin that something waits for: one row of bits by the highest digits of `stemOf`, small enough for the nearest memory.
 * What nobody waits for any more may keep its bit until the row grows.
 */
type StemBits = {
  add(stem: number): void;
  /** As often as it was added. */
  remove(stem: number): void;
  /** The row and how far to shift a number to find its own bit. Both change when it grows. */
  bits(): Int32Array;
  shift(): number;
};

const FIRST_BITS = 13;
/** 128 kB. */
const MOST_BITS = 20;
const BITS_PER_STEM = 16;

export const createStemBits = (): StemBits => {
  const counts = new Map<number, number>();
  let width = FIRST_BITS;
  let bits = new Int32Array(2 ** (width - 5));

  const mark = (stem: number): void => {
    const bit = stem >>> (32 - width);
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  };
  const widen = (): void => {
    if (counts.size * BITS_PER_STEM <= 2 ** width || width >= MOST_BITS) return;
    width += 1;
    bits = new Int32Array(2 ** (width - 5));
    for (const stem of counts.keys()) mark(stem);
  };

  return {
    add: (stem) => {
      const count = counts.get(stem) ?? 0;
      counts.set(stem, count + 1);
      if (count > 0) return;
      widen();
      mark(stem);
    },
    remove: (stem) => {
      const count = counts.get(stem) ?? 0;
      if (count > 1) counts.set(stem, count - 1);
      else counts.delete(stem);
    },
    bits: () => bits,
    shift: () => 32 - width,
  };
};
