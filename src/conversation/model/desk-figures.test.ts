import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskFiguresOf, type KeptDeadline, NONE } from './desk-figures.ts';

const anyWait: fc.Arbitrary<KeptDeadline> = fc
  .record({
    kind: fc.constantFrom('first' as const, 'next' as const),
    channel: fc.constantFrom('mail', 'bluesky'),
    teamId: fc.constantFrom('cantina', 'piero', 'gone', null),
    intents: fc.uniqueArray(fc.constantFrom('question' as const, 'complaint' as const, 'praise' as const)),
    gravity: fc.constantFrom(1 as const, 4 as const, null),
    outcome: fc.constantFrom('answered' as const, 'dropped' as const, 'running' as const),
    minutes: fc.nat(2_000),
    isLate: fc.boolean(),
  })
  .map(({ minutes, ...one }) => ({ ...one, taken: one.outcome === 'answered' ? minutes : null }));
const waits = fc.array(anyWait, { maxLength: 60 });
const members = new Map([
  ['cantina', 3],
  ['piero', 1],
]);

describe('the figures of the desk', () => {
  it('are those of a plain recount, one question at a time', () => {
    fc.assert(
      fc.property(waits, (all) => {
        const { whole, channels } = deskFiguresOf(all, members);
        const first = all.filter(({ kind }) => kind === 'first');
        const answered = first.filter(({ outcome }) => outcome === 'answered');
        expect(whole.waits).toBe(all.length);
        expect(whole.dropped + whole.running + whole.first.times.count + whole.next.times.count).toBe(
          all.length,
        );
        expect(whole.first.inTime.count).toBe(answered.filter(({ isLate }) => !isLate).length);
        expect(whole.first.inTime.of - answered.length).toBe(
          first.filter(({ outcome, isLate }) => outcome === 'running' && isLate).length,
        );
        const sorted = answered.map(({ taken }) => taken ?? 0).sort((a, b) => a - b);
        if (sorted.length > 0) expect(whole.first.times.p90).toBe(sorted[Math.ceil(sorted.length * 0.9) - 1]);
        expect(channels.reduce((sum, group) => sum + group.waits, 0)).toBe(all.length);
        for (const { first: kept } of channels)
          if (kept.inTime.share !== null) {
            expect(kept.inTime.low).toBeLessThanOrEqual(kept.inTime.share);
            expect(kept.inTime.high).toBeGreaterThanOrEqual(kept.inTime.share);
          }
      }),
    );
  });

  it('never tell of a team that is one person, nor of one that is no more', () => {
    fc.assert(
      fc.property(waits, (all) => {
        const { teams } = deskFiguresOf(all, members);
        expect(teams.every(({ key }) => key === 'cantina' || key === NONE)).toBe(true);
        expect(teams.reduce((sum, group) => sum + group.waits, 0)).toBe(all.length);
      }),
    );
  });
});
