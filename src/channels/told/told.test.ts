import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from './guess-mapping.ts';
import { readMapping, toldBy } from './mapping.ts';
import { leavesOf, pointAt, pointerTo } from './pointer.ts';
import { readRating } from './read-rating.ts';
import { readWhen } from './read-when.ts';

describe('a JSON pointer', () => {
  it('finds what RFC 6901 says it finds', () => {
    const whole = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8 };
    expect(pointAt(whole, '')).toBe(whole);
    expect(pointAt(whole, '/foo/0')).toBe('bar');
    expect(pointAt(whole, '/')).toBe(0);
    expect(pointAt(whole, '/a~1b')).toBe(1);
    expect(pointAt(whole, '/m~0n')).toBe(8);
    expect(pointAt(whole, '/foo/01')).toBeUndefined();
    expect(pointAt(whole, '/foo/length')).toBeUndefined();
    expect(pointAt(whole, '/__proto__')).toBeUndefined();
  });

  it('leads back to every leaf', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
        for (const { pointer, text } of leavesOf(plain)) expect(String(pointAt(plain, pointer))).toBe(text);
        for (const name of Object.keys(plain)) expect(pointAt(plain, pointerTo(name))).toBe(plain[name]);
      }),
    );
  });
});

describe('stars', () => {
  it.each([
    ['5', 5, 5],
    ['4,5', 4.5, 5],
    ['8/10', 8, 10],
    ['9', 9, 10],
    ['FOUR', 4, 5],
    ['★★★☆☆', 3, 5],
    ['⭐️⭐️', 2, 5],
    ['4 su 5', 4, 5],
    ['3 out of 5 stars', 3, 5],
    ['90%', 90, 100],
  ])('are read from %s', (text, value, best) => {
    expect(readRating(text)).toEqual({ value, best });
  });

  it('are none where none are meant', () => {
    for (const text of ['', 'ottimo', '7/5', '-1', '1000', 'constructor'])
      expect(readRating(text)).toBeUndefined();
  });
});

describe('a date', () => {
  it.each([
    ['12/03/2024 18:05', '2024-03-12T17:05:00.000Z'],
    ['12.03.24', '2024-03-11T23:00:00.000Z'],
    ['2024-07-12 18:05:30', '2024-07-12T16:05:30.000Z'],
    ['2024-03-12T18:05:00+02:00', '2024-03-12T16:05:00.000Z'],
    ['Tue, 12 Mar 2024 18:05:00 +0100', '2024-03-12T17:05:00.000Z'],
    ['1710263100', '2024-03-12T17:05:00.000Z'],
    ['1710263100000', '2024-03-12T17:05:00.000Z'],
    ['3/25/2024, 6:05 PM', '2024-03-25T17:05:00.000Z'],
    ['31/03/2024 02:30', '2024-03-31T01:30:00.000Z'],
    ['27/10/2024 02:30', '2024-10-27T00:30:00.000Z'],
  ])('%s is read in Rome', (text, expected) => {
    expect(readWhen(text, 'Europe/Rome')).toBe(expected);
  });

  it('that is none is none, and no text at all makes it throw', () => {
    for (const text of ['', '31/02/2024', '12/03/2024 25:00', 'ieri', '99/99/9999'])
      expect(readWhen(text, 'Europe/Rome')).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, zone) => {
        const read = readWhen(text, zone);
        expect(read === undefined || !Number.isNaN(Date.parse(read))).toBe(true);
      }),
    );
  });
});

describe('a mapping', () => {
  it('is guessed by what programs call things', () => {
    const row = {
      data: { created_at: 'x', message: 'x', id: 'x', author: { name: 'x', email: 'x' } },
      stars: 5,
    };
    expect(guessMapping(leavesOf(row).map(({ pointer }) => pointer)).places).toEqual({
      text: '/data/message',
      author: '/data/author/name',
      authorId: '/data/author/email',
      time: '/data/created_at',
      id: '/data/id',
      rating: '/stars',
    });
  });

  it('is read from any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.jsonValue(), (text, row) => {
        const told = toldBy(row, readMapping(text), { zone: 'Europe/Rome', us: new Set() });
        expect('told' in told || 'trouble' in told).toBe(true);
      }),
    );
  });
});
