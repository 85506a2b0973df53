import { expect, it } from 'vitest';
import { bandName, bands } from './bands.ts';

it('a band is called by its name, nobody’s by none, any other is to measure', () => {
  expect(bandName({ from: 60, to: 97 })).toBe('middle');
  expect(bandName(bands.wider)).toBe('wider');
  expect(bandName(null)).toBe('any');
  expect(bandName({ from: 10, to: 20 })).toBe('own');
});
