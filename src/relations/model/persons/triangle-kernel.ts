import { kernelBytes } from './triangle-kernel.gen.ts';

/**
 * The memory that the inner loop of the pass over triangles works in: translated ahead from `triangle-kernel.wat` by
 * `scripts/make-kernel.ts` (the test builds it again and compares), because WebAssembly walks rows in a little more than
 * half the time of JavaScript. Arrays made here lie in one SharedArrayBuffer, so that threads share them.
 */
export type KernelMemory = { readonly buffer: SharedArrayBuffer };

/** Makes arrays in the memory, one after the other. */
export type KernelArrays = {
  readonly memory: KernelMemory;
  readonly words: (length: number) => Uint32Array;
  readonly doubles: (length: number) => Float64Array;
};

/** What the kernel reads, and after it what it adds to; all of one `KernelMemory`. */
export type KernelInput = {
  readonly offsets: Uint32Array;
  readonly heads: Uint32Array;
  readonly lowerOffsets: Uint32Array;
  readonly lower: Uint32Array;
  readonly lowerTies: Uint32Array;
  readonly shares: Float64Array;
  /** By rank; zero before the first ranks, then left alone. */
  readonly marks: Uint32Array;
  readonly common: Uint32Array;
  readonly through: Float64Array;
};

/** Room for `words` of 4 bytes (a double takes two) in `arrays` arrays; null where WebAssembly could not address it. */
export const makeKernelArrays = (words: number, arrays: number): KernelArrays | null => {
  // Before everything, between arrays and after all: a mark of zero is none, and the kernel looks ahead.
  const bytes = words * 4 + (arrays + 2) * GAP;
  const pages = Math.ceil(bytes / PAGE);
  if (pages >= MOST_PAGES) return null;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  let filled = GAP;
  const take = (size: number): number => {
    const place = filled;
    filled = Math.ceil((filled + size) / 8) * 8 + GAP - 8;
    return place;
  };
  return {
    memory,
    words: (length) => new Uint32Array(memory.buffer, take(length * 4), length),
    doubles: (length) => new Float64Array(memory.buffer, take(length * 8), length),
  };
};

/** The kernel at work in one memory: adds the triangles whose middle rank is in [begin, end). */
export const openKernel = (
  memory: KernelMemory,
): ((input: KernelInput, begin: number, end: number) => void) => {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelBytes), (letter) => letter.charCodeAt(0)));
  const { sumTriangles } = new WebAssembly.Instance(compiled, { house: { memory } }).exports;
  return (input, begin, end) => {
    const { offsets, heads, lowerOffsets, lower, lowerTies, shares, marks, common, through } = input;
    const places = [offsets, heads, lowerOffsets, lower, lowerTies, shares, marks, common, through].map(
      ({ byteOffset }) => byteOffset,
    );
    // In many calls: V8 never exchanges the plain translation of a function for the good one while it runs.
    for (let rank = begin; rank < end; rank += RANKS_A_CALL)
      sumTriangles(...places, rank, Math.min(end, rank + RANKS_A_CALL));
  };
};

const GAP = 72;
const PAGE = 65_536;
const MOST_PAGES = 65_536;
const RANKS_A_CALL = 256;

/** As far as we need it: neither Node's types nor those of the language name it. */
type WebAssemblyHere = {
  readonly Memory: new (size: { initial: number; maximum: number; shared: true }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly house: { readonly memory: KernelMemory } },
  ) => { readonly exports: { readonly sumTriangles: (...places: readonly number[]) => number } };
};

const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyHere };
let compiled: object | undefined;
