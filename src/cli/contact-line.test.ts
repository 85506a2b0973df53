import { describe, expect, it } from 'vitest';
import { parseContactLine } from './contact-line.ts';

const at = (time: string) => {
  const line = parseContactLine(`a b ${time}`);
  return line.ok && line.value ? new Date(line.value.at).toISOString() : null;
};

describe('a line of contacts', () => {
  it('tells the time in seconds, milliseconds or ISO 8601', () => {
    const noon = '2026-03-11T12:00:00.000Z';
    const same = [
      '1773230400',
      '1773230400000',
      '1773230400.0',
      '2026-03-11T12:00:00Z',
      '2026-03-11 12:00:00',
    ];
    const zones = ['2026-03-11T13:00:00+01:00', '2026-03-11T13:00+0100', '2026-03-11 12:00:00,000 Z'];
    expect([...same, ...zones].map(at)).toEqual([...same, ...zones].map(() => noon));
    expect(at('2026-03-11')).toBe('2026-03-11T00:00:00.000Z');
    expect(at('86400')).toBe('1970-01-02T00:00:00.000Z');
  });

  it('has names that are any words, and may be apart by tabs', () => {
    expect(parseContactLine('\tanna@casa.example\t007\t0\r')).toEqual({
      ok: true,
      value: { from: 'anna@casa.example', to: '007', at: 0 },
    });
  });

  it('may be blank or a comment', () => {
    for (const line of ['', '   ', '# a b 1', '% a b 1'])
      expect(parseContactLine(line)).toEqual({ ok: true, value: null });
  });

  it('is refused with a reason when it is garbage', () => {
    for (const line of [
      'a',
      'a b',
      'a b c',
      'a b NaN',
      'a b 1 2',
      'a b 2026-13-45',
      'a b Infinity',
      'a b 1e99',
      '\u0000',
    ])
      expect(parseContactLine(line).ok, line).toBe(false);
  });
});
