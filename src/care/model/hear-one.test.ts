import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hearOne } from './hear-one.ts';

const DAY_MS = 86_400_000;
const ended = new Date('2026-03-02T10:00:00Z');
const settings = { opensByItself: true, sureFrom: 0.8 };
const solved = {
  state: 'resolved' as const,
  reportedAt: new Date('2026-02-20T10:00:00Z'),
  endedAt: ended,
  isTheirs: true,
  isSameThread: false,
};
const praise = (days: number) => ({
  saidAt: new Date(ended.getTime() + days * DAY_MS).toISOString(),
  reading: { polarity: 'pos', intents: ['praise'], confidence: { praise: 0.9 }, proposed: null },
});

describe('praise after a complaint', () => {
  it('counts within ninety days of its end, and only when the same person gives it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 200 }), fc.boolean(), (days, isTheirs) => {
        const heard = hearOne(praise(days), settings, { ...solved, isTheirs });
        expect(heard === 'praise').toBe(isTheirs && days >= 0 && days < 90);
      }),
    );
    expect(hearOne(praise(3), settings, { ...solved, endedAt: null })).toBe('nothing');
    const proposed = {
      ...praise(3),
      reading: { ...praise(3).reading, intents: ['complaint'], proposed: {} },
    };
    expect(hearOne(proposed, settings, solved)).toBe('nothing');
  });
});
