import type { Read, TextReader } from '../read.ts';
import { endOfValue } from './end-of-value.ts';

/** UTF-16 units of one value, and of a document that is one object. */
const LONGEST_VALUE = 2_000_000;
const LONGEST_DOCUMENT = 50_000_000;

/**
 * The values of a JSON list, or of JSON written line by line, one after another: each is read for itself, so that a broken one
 * does not take the others with it. What stands before a list (`window.YTD.tweets.part0 = [`) is passed over. An object over
 * several lines is a document: its longest list is what it holds, and without one it is a value itself. Total.
 */
export const jsonReader = (): TextReader => {
  let reader: TextReader | undefined;
  let head = '';
  const choose = (isLast: boolean): readonly Read[] => {
    head = head.replace(/^\uFEFF/, '');
    reader = readerFor(head, isLast);
    return reader?.push(head) ?? [];
  };
  return {
    push: (piece) => {
      if (reader) return reader.push(piece);
      head += piece;
      return choose(false);
    },
    end: () => {
      const before = reader ? [] : choose(true);
      return [...before, ...(reader?.end() ?? [])];
    },
  };
};

/** Undefined while the beginning does not tell yet. */
const readerFor = (head: string, isLast: boolean): TextReader | undefined => {
  if (/^\s*(?:[\w.$]{1,200}\s*=\s*)?\[/.test(head.slice(0, 5_000))) return listReader();
  const body = head.trimStart();
  const end = body.indexOf('\n');
  if (end < 0) return isLast || body.length > LONGEST_VALUE ? linesReader() : undefined;
  const first = body.slice(0, end).trimEnd();
  if (!body.startsWith('{') || (first.endsWith('}') && first.length > 1)) return linesReader();
  return documentReader();
};

const linesReader = (): TextReader => {
  let buffer = '';
  let line = 1;
  const drain = (isLast: boolean): readonly Read[] => {
    const reads: Read[] = [];
    let at = 0;
    while (at < buffer.length) {
      const end = buffer.indexOf('\n', at);
      if (end < 0 && !isLast && buffer.length - at <= LONGEST_VALUE) break;
      const text = buffer.slice(at, end < 0 ? buffer.length : end).trim();
      if (text !== '') reads.push(readValue(text, line));
      line += end < 0 ? 0 : 1;
      at = end < 0 ? buffer.length : end + 1;
    }
    buffer = buffer.slice(at);
    return reads;
  };
  return pieces((piece) => (buffer += piece), drain);
};

const listReader = (): TextReader => {
  let buffer = '';
  let line = 1;
  let isInside = false;
  const drain = (isLast: boolean): readonly Read[] => {
    const reads: Read[] = [];
    let at = 0;
    if (!isInside) {
      at = buffer.indexOf('[') + 1;
      line += countLines(buffer.slice(0, at));
      isInside = true;
    }
    const between = /[\s,;\]]*/y;
    while (at < buffer.length) {
      between.lastIndex = at;
      const skipped = between.exec(buffer)?.[0] ?? '';
      line += countLines(skipped);
      at += skipped.length;
      if (at >= buffer.length) break;
      const end = endOfValue(buffer, at, isLast);
      if (end === undefined && buffer.length - at <= LONGEST_VALUE) break;
      const text = buffer.slice(at, Math.max(end ?? buffer.length, at + 1));
      reads.push(end === undefined ? { line, trouble: 'row-too-long' } : readValue(text, line));
      line += countLines(text);
      at += text.length;
    }
    buffer = buffer.slice(at);
    return reads;
  };
  return pieces((piece) => (buffer += piece), drain);
};

const documentReader = (): TextReader => {
  let buffer = '';
  const drain = (isLast: boolean): readonly Read[] => {
    if (!isLast) return [];
    if (buffer.length > LONGEST_DOCUMENT) return [{ line: 1, trouble: 'file-too-large' }];
    const read = readValue(buffer, 1);
    return 'record' in read ? rowsOf(read.record).map((record) => ({ line: 1, record })) : [read];
  };
  return pieces((piece) => {
    if (buffer.length <= LONGEST_DOCUMENT) buffer += piece;
  }, drain);
};

/** What a document holds: its longest list of objects, or itself. */
const rowsOf = (value: unknown): readonly unknown[] => {
  if (value === null || typeof value !== 'object') return [value];
  const lists = Object.values(value).filter(
    (one): one is readonly unknown[] => Array.isArray(one) && one.some((each) => typeof each === 'object'),
  );
  return lists.sort((one, other) => other.length - one.length)[0] ?? [value];
};

const pieces = (
  add: (piece: string) => unknown,
  drain: (isLast: boolean) => readonly Read[],
): TextReader => ({
  push: (piece) => {
    add(piece);
    return drain(false);
  },
  end: () => drain(true),
});

const readValue = (text: string, line: number): Read => {
  try {
    return { line, record: JSON.parse(text) };
  } catch {
    return { line, trouble: 'not-json' };
  }
};

const countLines = (text: string): number => text.split('\n').length - 1;
