import { heads } from './heads.ts';
import type { Weights } from './weights.ts';

/** Weights are bytes, and four of them one number: a row of all heads is read in so many steps. */
export const STEPS = heads.length / 4;
if (!Number.isInteger(STEPS))
  throw new Error('heads are judged four at a time: their number is a multiple of 4');
/** A step adds up in two numbers, each with two sums of 16 bits side by side. */
export const LANES = STEPS * 2;
/** So many rows fit in 16 bits. */
export const MOST_ROWS = 256;
/** Bytes are added without their sign: each is this much too large. */
export const SHIFTED = 128;
const SIGNS = 0x80808080 | 0;
const EVERY_OTHER = 0x00ff00ff;

let seen: Int8Array | undefined;
let inSteps: Int32Array = new Int32Array(0);

/** The weights of all places, four heads a number. */
export const stepsOf = ({ places }: Weights): Int32Array => {
  if (places === seen) return inSteps;
  const { buffer, byteOffset, length } = places.byteOffset % 4 === 0 ? places : places.slice();
  inSteps = new Int32Array(buffer, byteOffset, length / 4);
  seen = places;
  return inSteps;
};

/**
 * Adds the rows of some places (at most MOST_ROWS, from one index to another) to `lanes`, from its index `into` on. All heads at
 * once: 28 single sums take four times as long, and in code that has just been met ten times.
 */
export const addRows = (
  steps: Int32Array,
  places: Int32Array | Uint16Array,
  from: number,
  to: number,
  lanes: Int32Array,
  into: number,
): void => {
  for (let step = 0; step < STEPS; step += 1) {
    let even = 0;
    let odd = 0;
    for (let at = from; at < to; at += 1) {
      const four = (steps[(places[at] as number) * STEPS + step] as number) ^ SIGNS;
      even = (even + (four & EVERY_OTHER)) | 0;
      odd = (odd + ((four >>> 8) & EVERY_OTHER)) | 0;
    }
    lanes[into + step * 2] = even;
    lanes[into + step * 2 + 1] = odd;
  }
};

/** Where the sum of a head stands among the halves of the lanes. */
export const halfOf = (head: number): number => (head & ~3) + (head & 1) * 2 + ((head >> 1) & 1);
