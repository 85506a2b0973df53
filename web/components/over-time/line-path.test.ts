import { expect, it } from 'vitest';
import { linePath } from './line-path.ts';

it('goes from left to right, the most at the top and nothing at the bottom', () => {
  expect(linePath([0, 5, 10], 10)).toBe('M0 39L50 20L100 1');
});

it('is broken where nothing is known', () => {
  expect(linePath([1, null, 1, 1], 1)).toBe('M0 1M66.67 1L100 1');
});

it('one value is a point, no value is no line, only noughts lie at the bottom', () => {
  expect(linePath([3], 3)).toBe('M0 1');
  expect(linePath([], 0)).toBe('');
  expect(linePath([0, 0], 0)).toBe('M0 39L100 39');
});
