import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './parse-csv.ts';

const cells = (text: string) => parseCsv(text).map((row) => row.cells);

describe('CSV', () => {
  it('is read with quotes, doubled quotes, lines inside quotes, and any ending of lines', () => {
    expect(parseCsv('a,b\r\n"x, y","dice ""ciao"""\n"due\nrighe",z')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, y', 'dice "ciao"'] },
      { line: 3, cells: ['due\nrighe', 'z'] },
    ]);
  });

  it('is separated by what its first line has most of', () => {
    expect(cells('a;b;c,d\n1;2;3')).toEqual([
      ['a', 'b', 'c,d'],
      ['1', '2', '3'],
    ]);
    expect(cells('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('leaves empty lines and the byte order mark out, and keeps the numbers of lines', () => {
    expect(parseCsv('\uFEFFnome\n\n\nAnna\n')).toEqual([
      { line: 1, cells: ['nome'] },
      { line: 4, cells: ['Anna'] },
    ]);
  });

  it('comes back from what was written by its rules', () => {
    const word = fc.stringMatching(/^[a-z",;\n àè]{0,12}$/).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, word), { maxLength: 20 }), (rows) => {
        const written = [['x', 'y', 'z'], ...rows]
          .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const kept = rows.filter((row) => row.some((text) => text !== ''));
        expect(cells(written)).toEqual([['x', 'y', 'z'], ...kept]);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Array.isArray(parseCsv(text))).toBe(true);
      }),
    );
  });
});
