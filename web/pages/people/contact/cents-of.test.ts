import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centsOf } from './cents-of.ts';

it.each([
  ['12', 1200],
  ['12,5', 1250],
  ['12.05', 1205],
  [' 0,99 ', 99],
])('%s euros are %i cents', (euros, cents) => {
  expect(centsOf(euros)).toBe(cents);
});

it.each(['', 'dodici', '-3', '1.000,00', '1e3'])('%j is no amount', (euros) => {
  expect(centsOf(euros)).toBeNull();
});

it('whatever the comma, the amount is the same', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999), fc.nat(99), (whole, part) => {
      const cents = String(part).padStart(2, '0');
      expect(centsOf(`${whole},${cents}`)).toBe(whole * 100 + part);
      expect(centsOf(`${whole}.${cents}`)).toBe(whole * 100 + part);
    }),
  );
});
