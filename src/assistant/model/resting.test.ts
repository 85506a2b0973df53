import { expect, it } from 'vitest';
import { type PastUse, restingUntil } from './resting.ts';

const now = new Date('2026-03-02T09:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const use = (outcome: string, minutes: number, holdUntil: Date | null = null): PastUse => ({
  outcome,
  endedAt: ago(minutes),
  holdUntil,
});

it('asks while fewer than three in a row have failed', () => {
  expect(restingUntil([], now)).toBeNull();
  expect(restingUntil([use('timeout', 1), use('timeout', 2)], now)).toBeNull();
  expect(restingUntil([use('timeout', 1), use('ok', 2), use('timeout', 3)], now)).toBeNull();
});

it('rests ten minutes after the third failure, then lets one through, and rests again when it fails', () => {
  const failed = [use('timeout', 1), use('html', 2), use('busy', 3)];
  expect(restingUntil(failed, now)).toEqual(ago(-9));
  expect(restingUntil([use('timeout', 10), use('html', 12), use('busy', 13)], now)).toBeNull();
  expect(restingUntil([use('timeout', 0), ...failed], now)).toEqual(ago(-10));
});

it('waits as long as the server asked', () => {
  expect(restingUntil([use('busy', 1, ago(-5))], now)).toEqual(ago(-5));
  expect(restingUntil([use('busy', 9, ago(1))], now)).toBeNull();
});
