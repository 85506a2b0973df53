import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Read, TextReader } from '../read.ts';
import { csvReader } from './csv-reader.ts';
import { jsonReader } from './json-reader.ts';
import { repairMojibake } from './repair-mojibake.ts';
import { encodingOf, looksLikeHeader, separatorOf } from './sniff.ts';

const readAll = (reader: TextReader, text: string, size = text.length || 1): readonly Read[] => {
  const reads: Read[] = [];
  for (let at = 0; at < text.length; at += size)
    for (const read of reader.push(text.slice(at, at + size))) reads.push(read);
  return reads.concat(reader.end());
};
const records = (reads: readonly Read[]) =>
  reads.map((read) => ('record' in read ? read.record : read.trouble));

describe('rows of a sheet', () => {
  const cell = fc.stringMatching(/^[a-z",;\n èß🍷]{0,8}$/u).map((text) => text.trim());

  it('come back as they were written, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, size) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';'))
            .join('\n');
          const kept = rows.filter((row) => row.some((each) => each !== '')).map((row) => [...row]);
          expect(records(readAll(csvReader(';'), text, size))).toEqual(kept);
        },
      ),
    );
  });

  it('know their line, also after cells of several lines', () => {
    const reads = readAll(csvReader(','), 'a,b\r\n"due\nrighe",x\r\n\r\nc,d');
    expect(reads.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('are lost alone when a quote never closes', () => {
    const filler = 'x,y\n'.repeat(300_000);
    const reads = readAll(csvReader(','), `a,b\n"mai chiusa,c\n${filler}`, 65_536);
    expect(reads[1]).toEqual({ line: 2, trouble: 'quote-open' });
    expect(reads).toHaveLength(300_002);
  });

  it('never throw, and say the same whatever the pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 7 }), (text, size) => {
        expect(readAll(csvReader(','), text, size)).toEqual(readAll(csvReader(','), text));
      }),
    );
  });
});

describe('values of JSON', () => {
  it('come back from a list and from lines, however they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (values, size) => {
          const plain = JSON.parse(JSON.stringify(values)) as unknown[];
          expect(records(readAll(jsonReader(), JSON.stringify(values), size))).toEqual(plain);
          expect(records(readAll(jsonReader(), JSON.stringify(values, null, 2), size))).toEqual(plain);
          expect(
            records(readAll(jsonReader(), values.map((each) => JSON.stringify(each)).join('\n'), size)),
          ).toEqual(plain);
        },
      ),
    );
  });

  it('are lost alone when they are broken', () => {
    const list = '[{"a":1},\n{"a":2,\n{"a":3},\n{"a":"quattro},\n{"a":5}]';
    expect(records(readAll(jsonReader(), list))).toEqual([
      { a: 1 },
      'not-json',
      { a: 3 },
      'not-json',
      { a: 5 },
    ]);
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(readAll(jsonReader(), `[${text}`, 3))).toBe(true);
        expect(Array.isArray(readAll(jsonReader(), text, 3))).toBe(true);
      }),
    );
  });
});

describe('what a file does not say of itself', () => {
  it('is told by its letters', () => {
    expect(encodingOf(Buffer.from('perché'))).toBe('utf-8');
    expect(encodingOf(Buffer.from('perch\xe9', 'latin1'))).toBe('windows-1252');
    expect(encodingOf(Buffer.from('perché no', 'utf16le'))).toBe('utf-16le');
    expect(encodingOf(Buffer.from(`a${'è'.repeat(40_000)}`))).toBe('utf-8');
  });

  it('is told by its rows', () => {
    expect(separatorOf('data;voto;testo\n1;5;buono, anzi ottimo, davvero\n2;4;sì, ma caro, molto\n')).toBe(
      ';',
    );
    expect(separatorOf('a\tb\n1,5\t2,5\n')).toBe('\t');
    expect(looksLikeHeader(['Nome', 'Data', 'Testo'])).toBe(true);
    expect(looksLikeHeader(['Anna', '12/03/2024', 'Buono. Anzi ottimo.'])).toBe(false);
  });

  it('is mended only where it was broken', () => {
    expect(repairMojibake('Caff\u00c3\u00a8 \u00f0\u009f\u008d\u00b7')).toBe('Caffè 🍷');
    expect(repairMojibake('Caffè')).toBe('Caffè');
    expect(repairMojibake('già così')).toBe('già così');
  });
});
