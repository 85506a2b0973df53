import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

describe('the date of a feed', () => {
  it.each([
    ['2026-11-02T10:00:00Z', '2026-11-02T10:00:00.000Z'],
    ['2026-11-02T10:00:00.25+01:00', '2026-11-02T09:00:00.250Z'],
    ['2026-11-02T10:00+0100', '2026-11-02T09:00:00.000Z'],
    ['2026-11-02 10:00:00', '2026-11-02T10:00:00.000Z'],
    ['2026-11-02', '2026-11-02T00:00:00.000Z'],
    ['2026-11', '2026-11-01T00:00:00.000Z'],
    ['Mon, 02 Nov 2026 10:00:00 +0100', '2026-11-02T09:00:00.000Z'],
    ['2 Nov 2026 10:00 GMT', '2026-11-02T10:00:00.000Z'],
    ['Mon, 02 Nov 26 10:00:00 EST', '2026-11-02T15:00:00.000Z'],
    ['lun, 02 nov 2026 10:00:00 CET', '2026-11-02T09:00:00.000Z'],
    ['12 Maggio 2026', '2026-05-12T00:00:00.000Z'],
    ['Tue, 31 Dec 2024 23:59:60 GMT', '2024-12-31T23:59:59.000Z'],
    ['Mon, 02 Nov 2026 10:00:00 +0000 (UTC)', '2026-11-02T10:00:00.000Z'],
  ])('reads %s', (written, meant) => {
    expect(parseDate(written)).toBe(meant);
  });

  it.each([
    'ieri pomeriggio',
    '',
    '0000-00-00T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '9999-12-31',
    '2026-02-30',
    '2026-13-01',
    'Mon, 32 Nov 2026 10:00:00 GMT',
    '2026-11-02T25:00:00Z',
    '1700000000',
  ])('leaves out %j', (written) => {
    expect(parseDate(written)).toBeUndefined();
  });

  it('leaves out what is over a day later than now, by clocks that differ', () => {
    const now = '2026-11-02T12:00:00Z';
    expect(parseDate('2026-11-03T11:59:59Z', now)).toBeDefined();
    expect(parseDate('2026-11-03T12:00:01Z', now)).toBeUndefined();
  });

  it('reads back every instant, whatever the zone of this machine', () => {
    const instants = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        expect(parseDate(date.toISOString())).toBe(date.toISOString());
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(parseDate(date.toUTCString())).toBe(seconds.toISOString());
      }),
    );
  }, 60_000);

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(['string', 'undefined']).toContain(typeof parseDate(text, text));
      }),
    );
  }, 60_000);
});
