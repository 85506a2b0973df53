import type { Read, TextReader } from '../read.ts';

/** The same reader, its records told otherwise; `change` returning nothing leaves a row out (a header). */
export const mapped = (
  reader: TextReader,
  change: (record: unknown, line: number) => unknown | undefined,
): TextReader => {
  const all = (reads: readonly Read[]): readonly Read[] =>
    reads.flatMap((read): readonly Read[] => {
      if (!('record' in read)) return [read];
      const record = change(read.record, read.line);
      return record === undefined ? [] : [{ line: read.line, record }];
    });
  return { push: (piece) => all(reader.push(piece)), end: () => all(reader.end()) };
};

/** A reader of a document that must be seen whole: at most `most` UTF-16 units of it. */
export const wholeReader = (
  most: number,
  split: (text: string) => ReturnType<TextReader['push']>,
): TextReader => {
  let whole = '';
  return {
    push: (piece) => {
      if (whole.length <= most) whole += piece;
      return [];
    },
    end: () => (whole.length > most ? [{ line: 1, trouble: 'file-too-large' }] : split(whole)),
  };
};
