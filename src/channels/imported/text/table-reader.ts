import type { Read, TextReader } from '../read.ts';
import { csvReader } from './csv-reader.ts';
import { looksLikeHeader, separatorOf } from './sniff.ts';

const ENOUGH_TO_TELL = 20_000;

/**
 * Rows of a table as objects by the names of its columns. `separator` and `header` (`yes`, `no`) are found out where they are
 * not given; columns without a name are called by their number.
 */
export const tableReader = (asked: {
  readonly separator?: string | undefined;
  readonly header?: string | undefined;
}): TextReader => {
  let head = '';
  let reader: TextReader | undefined;
  let columns: readonly string[] | undefined;

  const rowsOf = (reads: readonly Read[]): readonly Read[] =>
    reads.flatMap((read): readonly Read[] => {
      if (!('record' in read)) return [read];
      const cells = read.record as readonly string[];
      if (columns === undefined) {
        const isHeader = asked.header === 'yes' || (asked.header !== 'no' && looksLikeHeader(cells));
        columns = isHeader ? columnNames(cells) : cells.map((_, at) => String(at + 1));
        if (isHeader) return [];
      }
      return [{ line: read.line, record: named(cells, columns) }];
    });

  const begin = (): readonly Read[] => {
    const text = head.replace(/^\uFEFF/, '');
    // Spreadsheets write the separator down themselves.
    const told = /^sep=([,;|\t])\r?\n/i.exec(text);
    reader = csvReader(asked.separator || told?.[1] || separatorOf(text));
    return rowsOf(reader.push(told ? `\n${text.slice(told[0].length)}` : text));
  };

  return {
    push: (piece) => {
      if (reader) return rowsOf(reader.push(piece));
      head += piece;
      return head.length < ENOUGH_TO_TELL ? [] : begin();
    },
    end: () => {
      const before = reader ? [] : begin();
      return [...before, ...rowsOf(reader?.end() ?? [])];
    },
  };
};

const columnNames = (cells: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.slice(0, 200) || String(at + 1);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
};

/** A row longer than the header keeps its last cells by number. */
const named = (cells: readonly string[], columns: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(cells.slice(0, 1_000).map((cell, at) => [columns[at] ?? String(at + 1), cell]));
