import { createWordIndex } from './word-index.ts';

/** Why a line of an edge list was refused. */
export type EdgeWrong =
  | 'one-word'
  | 'too-many-words'
  | 'weight-unreadable'
  | 'weight-not-positive'
  | 'line-too-long';

export type EdgeProblem = { readonly line: number; readonly why: EdgeWrong };

/** Ties as a file names them: `from[i]` and `to[i]` are numbers of `ids`, which are in the order of first mention. */
export type EdgeList = {
  readonly ids: readonly string[];
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Null when no line has a weight; a line without one among others that have it weighs 1. */
  readonly weight: Float64Array | null;
  readonly lines: number;
  /** Ties of someone with themselves: their ends are in `ids`, they are not in `from` and `to`. */
  readonly selfLoops: number;
  /** Lines refused. */
  readonly refused: number;
  /** The first of them, at most MOST_PROBLEMS. */
  readonly problems: readonly EdgeProblem[];
};

export const MOST_PROBLEMS = 1_000;

/** Longer lines are refused: nothing that is an edge list has them, and memory stays bounded. */
const LONGEST_LINE = 65_536;

export type EdgeReader = {
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => EdgeList;
};

/** All of an edge list that is in memory: see `createEdgeReader`. */
export const parseEdgeList = (bytes: Uint8Array): EdgeList => {
  const reader = createEdgeReader();
  reader.push(bytes);
  return reader.end();
};

/**
 * Reads `u v [w]` a line, in UTF-8, from chunks that may break anywhere. Words are separated by blanks or tabs and may be
 * anything; lines end in LF or CRLF; from a word that begins with # the rest of the line is a comment. A weight is a
 * decimal number above zero: zero would be no tie, and less than zero or no number has no meaning, so the line is
 * refused. A refused line changes nothing else. Memory: 8 bytes a tie (16 with weights), doubled while it grows.
 */
export const createEdgeReader = (): EdgeReader => {
  const index = createWordIndex();
  const ties = createTieLists();
  const problems: EdgeProblem[] = [];
  let [lines, refused, selfLoops] = [0, 0, 0];
  const takeLine = (bytes: Uint8Array, begin: number, end: number): EdgeWrong | null => {
    if (end - begin > LONGEST_LINE) return 'line-too-long';
    const first = wordBegin(bytes, begin, end);
    if (first === end) return null;
    const firstEnd = wordEnd(bytes, first, end);
    const second = wordBegin(bytes, firstEnd, end);
    if (second === end) return 'one-word';
    const secondEnd = wordEnd(bytes, second, end);
    const third = wordBegin(bytes, secondEnd, end);
    let weight = 1;
    if (third !== end) {
      const thirdEnd = wordEnd(bytes, third, end);
      if (wordBegin(bytes, thirdEnd, end) !== end) return 'too-many-words';
      weight = readWeight(bytes, third, thirdEnd);
      if (Number.isNaN(weight)) return 'weight-unreadable';
      if (weight <= 0) return 'weight-not-positive';
    }
    const from = index.indexOf(bytes, first, firstEnd);
    const to = index.indexOf(bytes, second, secondEnd);
    if (from === to) selfLoops += 1;
    else ties.add(from, to, weight, third !== end);
    return null;
  };
  const readLine = (bytes: Uint8Array, begin: number, end: number): void => {
    lines += 1;
    const why = takeLine(bytes, begin, end);
    if (why === null) return;
    refused += 1;
    if (problems.length < MOST_PROBLEMS) problems.push({ line: lines, why });
  };
  const lineReader = createLineReader(readLine);
  return {
    push: lineReader.push,
    end: () => {
      lineReader.end();
      return { ids: index.words(), ...ties.lists(), lines, selfLoops, refused, problems };
    },
  };
};

/** Cuts chunks into lines; what a chunk leaves unfinished waits for the next. */
const createLineReader = (readLine: (bytes: Uint8Array, begin: number, end: number) => void) => {
  let rest = new Uint8Array(0);
  let atStart = true;
  const readRest = (): void => {
    const begin = atStart && rest[0] === 0xef && rest[1] === 0xbb && rest[2] === 0xbf ? 3 : 0;
    atStart = false;
    readLine(rest, begin, rest.length);
    rest = new Uint8Array(0);
  };
  const keep = (more: Uint8Array): void => {
    // Of a line that is too long it is enough to know that it is.
    const room = Math.max(0, Math.min(more.length, LONGEST_LINE + 1 - rest.length));
    const joined = new Uint8Array(rest.length + room);
    joined.set(rest);
    joined.set(more.subarray(0, room), rest.length);
    rest = joined;
  };
  const push = (chunk: Uint8Array): void => {
    let begin = 0;
    let end = chunk.indexOf(10);
    if (end >= 0 && (rest.length > 0 || atStart)) {
      keep(chunk.subarray(0, end));
      readRest();
      begin = end + 1;
      end = chunk.indexOf(10, begin);
    }
    while (end >= 0) {
      readLine(chunk, begin, end);
      begin = end + 1;
      end = begin;
      while (end < chunk.length && chunk[end] !== 10) end++;
      if (end === chunk.length) break;
    }
    if (begin < chunk.length) keep(chunk.subarray(begin));
  };
  return { push, end: () => (rest.length > 0 ? readRest() : undefined) };
};

/** The first word's beginning from `place` on; `end` where there is none or a comment begins. */
const wordBegin = (bytes: Uint8Array, place: number, end: number): number => {
  while (place < end && isBlank(bytes[place] as number)) place++;
  return bytes[place] === 35 ? end : place;
};

const wordEnd = (bytes: Uint8Array, place: number, end: number): number => {
  while (place < end && !isBlank(bytes[place] as number)) place++;
  return place;
};

const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** NaN where it is no decimal number, or one too large. Whole numbers, which most weights are, without a string. */
const readWeight = (bytes: Uint8Array, begin: number, end: number): number => {
  let value = 0;
  for (let place = begin; place < end; place++) {
    const digit = (bytes[place] as number) - 48;
    if (digit < 0 || digit > 9 || end - begin > 15) return readDecimal(bytes.subarray(begin, end));
    value = value * 10 + digit;
  }
  return value;
};

const readDecimal = (bytes: Uint8Array): number => {
  const text = String.fromCharCode(...bytes.subarray(0, 400));
  if (bytes.length > 400 || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number.NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
};

const createTieLists = () => {
  let [from, to] = [new Uint32Array(1024), new Uint32Array(1024)];
  let weights: Float64Array | null = null;
  let count = 0;
  const grow = (): void => {
    const [oldFrom, oldTo, oldWeights] = [from, to, weights];
    from = new Uint32Array(count * 2);
    from.set(oldFrom);
    to = new Uint32Array(count * 2);
    to.set(oldTo);
    if (!oldWeights) return;
    weights = new Float64Array(count * 2);
    weights.set(oldWeights);
  };
  const add = (tail: number, head: number, weight: number, weighed: boolean): void => {
    if (count === from.length) grow();
    if (weighed && !weights) weights = new Float64Array(from.length).fill(1, 0, count);
    from[count] = tail;
    to[count] = head;
    if (weights) weights[count] = weight;
    count += 1;
  };
  const lists = () => ({
    from: from.subarray(0, count),
    to: to.subarray(0, count),
    weight: weights ? weights.subarray(0, count) : null,
  });
  return { add, lists };
};
