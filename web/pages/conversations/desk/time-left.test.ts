import { expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

const deadline = { startedAt: '2026-03-02T08:00:00Z', dueAt: '2026-03-03T08:00:00Z' };
const at = (text: string) => timeLeft(deadline, Date.parse(text));

it('a deadline is calm, then soon, then late by so much', () => {
  expect(at('2026-03-02T12:00:00Z').state).toBe('calm');
  expect(at('2026-03-03T05:30:00Z').state).toBe('soon');
  expect(at('2026-03-03T10:00:00Z')).toEqual({ state: 'late', byMs: 7_200_000 });
});
