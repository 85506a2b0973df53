import { expect, it } from 'vitest';
import { instantOf } from './instant-of.ts';

const now = new Date(2026, 10, 22, 9, 30);

it('today is now, and never later than now', () => {
  expect(instantOf('2026-11-22', now)).toBe(now.toISOString());
});

it('another day is its noon, where whoever wrote it stands', () => {
  expect(new Date(instantOf('2026-11-20', now))).toEqual(new Date(2026, 10, 20, 12));
});

it('what is no day is now', () => {
  expect(instantOf('', now)).toBe(now.toISOString());
});
