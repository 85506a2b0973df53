import { csvReader } from './csv-reader.ts';

export const separators = [',', ';', '\t', '|'] as const;

/** What parts the cells: the mark that makes the most rows of one length, and the longest, in the first lines. */
export const separatorOf = (text: string): string => {
  const first = text.slice(0, 20_000);
  const scored = separators.map((separator) => ({ separator, score: scoreOf(first, separator) }));
  return scored.sort((one, other) => other.score - one.score)[0]?.separator ?? ',';
};

const scoreOf = (text: string, separator: string): number => {
  const reader = csvReader(separator);
  const rows = [...reader.push(text), ...reader.end()].flatMap((read) =>
    'record' in read ? [(read.record as readonly string[]).length] : [],
  );
  const width = rows[0] ?? 1;
  if (width < 2) return 0;
  return (rows.filter((length) => length === width).length / rows.length) * 100 + width;
};

/** Names of encodings as `TextDecoder` knows them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes that a file is judged by. */
const BEGINNING = 65_536;

/** How a file's letters are written: by its byte order mark, by zeros in every other place, else UTF-8 if it is that and else Windows'. */
export const encodingOf = (bytes: Uint8Array): Encoding => {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  const first = bytes.subarray(0, BEGINNING);
  const zeros = [0, 0];
  for (let at = 0; at < first.length; at += 1) if (first[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  if ((zeros[1] ?? 0) > first.length / 4) return 'utf-16le';
  if ((zeros[0] ?? 0) > first.length / 4) return 'utf-16be';
  return isUtf8(first) ? 'utf-8' : 'windows-1252';
};

/** Of a longer file the last letter may be cut in two. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: bytes.length >= BEGINNING });
    return true;
  } catch {
    return false;
  }
};

/** A first row of short words, without dates, figures or whole sentences, all different: names of columns. */
export const looksLikeHeader = (cells: readonly string[]): boolean => {
  const told = cells.filter((cell) => cell !== '');
  return (
    told.length > 0 &&
    new Set(told).size === told.length &&
    told.every(
      (cell) =>
        cell.length <= 60 && !/^[\d\s.,/:+-]+$/.test(cell) && !/[.!?]\s/.test(cell) && !/^https?:/.test(cell),
    )
  );
};
