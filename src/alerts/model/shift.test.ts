import { describe, expect, it } from 'vitest';
import { poisson, seeded } from './invented-series.fixture.ts';
import { findShifts, type SharedCounts, usualShare } from './shift.ts';

const hoursOf = (days: number, share: (hour: number) => number, seed: number, anHour = 0.8): SharedCounts => {
  const random = seeded(seed);
  const read = Array.from({ length: days * 24 }, () => poisson(random, anHour));
  const marked = read.map(
    (n, hour) => Array.from({ length: n }, random).filter((one) => one < share(hour)).length,
  );
  return { start: 480_000, read, marked };
};
const cut = (counts: SharedCounts, from: number, to?: number): SharedCounts => ({
  start: counts.start + from,
  read: counts.read.slice(from, to),
  marked: counts.marked.slice(from, to),
});
const options = { choice: 'month', among: 1 } as const;

describe('a shift of a share', () => {
  it('is told within days when bad words triple, and ends when they are usual again', () => {
    const counts = hoursOf(90, (hour) => (hour > 70 * 24 && hour < 76 * 24 ? 0.45 : 0.12), 3);
    const usual = usualShare(cut(counts, 0, 60 * 24));
    const [told, ...others] = findShifts(cut(counts, 60 * 24), usual, options);
    expect(others).toEqual([]);
    expect(told?.opened).toBeGreaterThan(counts.start + 70 * 24);
    expect(told?.opened).toBeLessThan(counts.start + 73 * 24);
    expect(told?.ended).toBeGreaterThan(counts.start + 75 * 24);
    expect((told?.marked ?? 0) / (told?.read ?? 1)).toBeGreaterThan(0.3);
    expect(told?.usual).toBeCloseTo(0.12, 1);
  });

  it('by chance alone is told less often than was asked', () => {
    const told = [21, 22, 23, 24, 25, 26].flatMap((seed) => {
      const counts = hoursOf(84 + 60, () => 0.15, seed);
      return findShifts(cut(counts, 84 * 24), usualShare(cut(counts, 0, 84 * 24)), options);
    });
    expect(told.length).toBeLessThanOrEqual(12);
  });

  it('that stays is one story', () => {
    const counts = hoursOf(84 + 40, (hour) => (hour > 90 * 24 ? 0.5 : 0.1), 9);
    const told = findShifts(cut(counts, 84 * 24), usualShare(cut(counts, 0, 84 * 24)), options);
    expect(told).toHaveLength(1);
    expect(told[0]?.ended).toBeNull();
  });

  it('asks for more when little is known, and when mentions of a day are alike', () => {
    const little = usualShare(hoursOf(3, () => 0.1, 4));
    const much = usualShare(hoursOf(80, () => 0.1, 4));
    expect(little.cautious - little.share).toBeGreaterThan(much.cautious - much.share);
    const moods = usualShare(hoursOf(80, (hour) => (Math.floor(hour / 24) % 5 === 0 ? 0.5 : 0.02), 4));
    expect(moods.likeness).toBeGreaterThan(3 * much.likeness);
  });

  it('is not made of a handful', () => {
    const counts: SharedCounts = { start: 0, read: [2, 2], marked: [2, 2] };
    expect(findShifts(counts, usualShare(hoursOf(60, () => 0.05, 2)), options)).toEqual([]);
  });
});
