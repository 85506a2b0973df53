import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { clues } from '../features/clues.ts';
import { BUCKETS } from '../features/hash.ts';
import { heads } from './heads.ts';

/** How a head's sum becomes a probability and a judgement. */
export type Calibration = {
  /** Platt scaling (Platt, 1999): probability = 1 / (1 + e^-(slope * sum + shift)). */
  readonly slope: number;
  readonly shift: number;
  /** At this probability or above the head says yes. */
  readonly threshold: number;
  /** The same where words of the lexicon point to it; lower, and only for aspects another number. */
  readonly whenNamed: number;
};

export type Weights = {
  /** One row of `heads.length` for each bucket, 8 bits; times `scales[head]`. */
  readonly places: Int8Array;
  readonly scales: Float32Array;
  /** One row of `heads.length` for each clue. */
  readonly clues: Float32Array;
  readonly biases: Float32Array;
  readonly calibrations: readonly Calibration[];
};

const FORMAT = 2;

type Header = {
  readonly format: number;
  readonly heads: readonly string[];
  readonly clues: readonly string[];
  readonly calibrations: readonly Calibration[];
};

/** Everything in one file: header as JSON, then the numbers, compressed together (brotli, RFC 7932). */
export const packWeights = (weights: Weights): Buffer => {
  const header: Header = { format: FORMAT, heads, clues, calibrations: weights.calibrations };
  const json = Buffer.from(JSON.stringify(header).padEnd(Math.ceil(JSON.stringify(header).length / 4) * 4));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const numbers = [weights.scales, weights.biases, weights.clues, weights.places].map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
  );
  return brotliCompressSync(Buffer.concat([size, json, ...numbers]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
};

/** Throws when the file is not of this program's own make: it is shipped with it. */
export const unpackWeights = (packed: Uint8Array): Weights => {
  const whole = brotliDecompressSync(packed);
  const size = whole.readUInt32LE(0);
  const header = JSON.parse(whole.toString('utf8', 4, 4 + size)) as Header;
  if (header.format !== FORMAT || !same(header.heads, heads) || !same(header.clues, clues))
    throw new Error('the language model belongs to another version: run `npm run model`');
  let at = 4 + size;
  const floats = (count: number): Float32Array => {
    const array = new Float32Array(
      whole.buffer.slice(whole.byteOffset + at, whole.byteOffset + at + count * 4),
    );
    at += count * 4;
    return array;
  };
  const scales = floats(heads.length);
  const biases = floats(heads.length);
  const clueWeights = floats(clues.length * heads.length);
  const places = new Int8Array(
    whole.buffer.slice(whole.byteOffset + at, whole.byteOffset + at + BUCKETS * heads.length),
  );
  return { places, scales, biases, clues: clueWeights, calibrations: header.calibrations };
};

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name, index) => name === others[index]);
