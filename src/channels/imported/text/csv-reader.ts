import type { Read, TextReader } from '../read.ts';

/** UTF-16 units: no row of words is longer; a quote that was never closed would otherwise swallow the rest of the file. */
export const LONGEST_ROW = 1_000_000;

/**
 * CSV (RFC 4180, and as spreadsheets write it) piece by piece: quotes doubled inside quotes, any ending of lines. A row that
 * never ends is told by the line on which it began, and reading goes on with the line after.
 */
export const csvReader = (separator: string): TextReader => {
  let buffer = '';
  let line = 1;

  const drain = (isLast: boolean): Read[] => {
    const rows: Read[] = [];
    let at = 0;
    while (at < buffer.length || (isLast && at < buffer.length)) {
      const row = readRow(buffer, at, separator, isLast);
      if (row === undefined && !isLast && buffer.length - at <= LONGEST_ROW) break;
      if (row === undefined || row.end - at > LONGEST_ROW) {
        const end = lineEnd(buffer, at);
        if (end < 0 && !isLast && buffer.length - at <= LONGEST_ROW) break;
        rows.push({ line, trouble: row === undefined ? 'quote-open' : 'row-too-long' });
        at = end < 0 ? buffer.length : end;
        line += 1;
        continue;
      }
      if (row.cells.some((cell) => cell !== '')) rows.push({ line, record: row.cells });
      line += row.lines;
      at = row.end;
    }
    buffer = buffer.slice(at);
    return rows;
  };

  return {
    push: (piece) => {
      buffer += piece;
      return drain(false);
    },
    end: () => drain(true),
  };
};

type Row = { readonly cells: readonly string[]; readonly end: number; readonly lines: number };

/** The row that begins here; undefined when its end is not in the text. */
const readRow = (text: string, from: number, separator: string, isLast: boolean): Row | undefined => {
  const cells: string[] = [];
  let at = from;
  let lines = 0;
  while (true) {
    const cell = text[at] === '"' ? quoted(text, at, separator, isLast) : bare(text, at, separator, isLast);
    if (cell === undefined) return undefined;
    cells.push(cell.value.trim());
    lines += cell.lines;
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (at >= text.length && !isLast) return undefined;
    if (text[at] === '\n') at += 1;
    return { cells, end: at, lines: lines + 1 };
  }
};

type Cell = { readonly value: string; readonly end: number; readonly lines: number };

const bare = (text: string, from: number, separator: string, isLast: boolean): Cell | undefined => {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at >= text.length && !isLast ? undefined : { value: text.slice(from, at), end: at, lines: 0 };
};

/** What stands between the closing quote and the separator belongs to the cell: so spreadsheets read it. */
const quoted = (text: string, from: number, separator: string, isLast: boolean): Cell | undefined => {
  let value = '';
  let lines = 0;
  let at = from + 1;
  while (true) {
    const close = text.indexOf('"', at);
    if (close < 0 || close - from > LONGEST_ROW) return undefined;
    const part = text.slice(at, close);
    value += part;
    lines += countLines(part);
    if (text[close + 1] !== '"') {
      const rest = bare(text, close + 1, separator, isLast);
      return rest && { value: value + rest.value, end: rest.end, lines };
    }
    value += '"';
    at = close + 2;
  }
};

const countLines = (text: string): number => text.split('\n').length - 1;

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? -1 : end + 1;
};
