import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrayText, rowsOf } from './rows.ts';

const built = (part: ReturnType<typeof rowsOf>) => new PgDialect().sqlToQuery(sql`select * from ${part}`);

it('is one parameter a column, whatever the number of rows', () => {
  const rows = [
    { id: 'a', count: 1, isOld: true, extra: 'left out' },
    { id: 'b', count: 2, isOld: false, extra: 'left out' },
  ];
  const query = built(rowsOf(rows, { id: 'text', count: 'integer', isOld: 'boolean' }));
  expect(query.sql).toBe(
    'select * from unnest($1::text[], $2::integer[], $3::boolean[]) as "r"("id", "count", "isOld")',
  );
  expect(query.params).toEqual(['{"a","b"}', '{1,2}', '{true,false}']);
});

it('keeps quotes, backslashes, commas and the word null apart from what they mean in an array', () => {
  const rows = [{ text: 'a "b" \\ {c},d' }, { text: 'NULL' }, { text: null }, { text: '' }];
  expect(built(rowsOf(rows, { text: 'text' })).params).toEqual(['{"a \\"b\\" \\\\ {c},d","NULL",NULL,""}']);
  expect(arrayText(['x', 'y"z'])).toBe('{"x","y\\"z"}');
});

it('writes any value as jsonb and dates in UTC', () => {
  const rows = [{ at: new Date(0), value: { name: 'a"b' } }];
  expect(built(rowsOf(rows, { at: 'timestamptz', value: 'jsonb' })).params).toEqual([
    '{1970-01-01T00:00:00.000Z}',
    '{"{\\"name\\":\\"a\\\\\\"b\\"}"}',
  ]);
});

/** How PostgreSQL reads a quoted element: a backslash makes what follows stand for itself. */
const readBack = (array: unknown): string =>
  String(array)
    .slice(2, -2)
    .replace(/\\([\s\S])/g, '$1');

it('gives back any text and any value as it was', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '\t', 'a', '\u0001', '\u007f', '\u2028', '🍷', 'è'),
  });
  fc.assert(
    fc.property(hostile, (text) => {
      expect(readBack(built(rowsOf([{ text }], { text: 'text' })).params[0])).toBe(text);
      const written = readBack(built(rowsOf([{ text: { text } }], { text: 'jsonb' })).params[0]);
      expect(JSON.parse(written)).toEqual({ text });
    }),
  );
});
