import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absorb,
  DAY,
  intensityAt,
  noIntensity,
  reciprocityOf,
  strengthOf,
  type TieEvent,
  trendOf,
} from './intensity.ts';
import { valueOfKind } from './kind-value.ts';
import { type WeakTieFacts, weakTiesWorthNurturing } from './weak-ties.ts';

const NOW = Date.UTC(2026, 2, 11);
const anyEvent = fc.record({
  at: fc.integer({ min: -4_000, max: 400 }).map((days) => NOW + days * DAY),
  value: fc.constantFrom(0.1, 0.6, 0.8, 1, 3),
});
const sumOf = (events: readonly TieEvent[], halfLife = 7, reference = NOW) =>
  events.reduce((x, event) => absorb(x, event, halfLife, NOW), noIntensity(reference));

describe('intensity', () => {
  it('halves in a half-life and grows by what an event is worth', () => {
    const once = sumOf([{ at: NOW - 7 * DAY, value: 1 }]);
    expect(intensityAt(once, 7, NOW)).toBe(0.5);
    expect(intensityAt(once, 7, NOW + 7 * DAY)).toBe(0.25);
    expect(intensityAt(absorb(once, { at: NOW, value: 3 }, 7, NOW), 7, NOW)).toBe(3.5);
  });

  it('is the same to the last bit in any order of the events', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyEvent)
          .chain((events) =>
            fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
          ),
        fc.constantFrom(3, 7, 30),
        ([events, shuffled], halfLife) => {
          expect(sumOf(shuffled, halfLife)).toEqual(sumOf(events, halfLife));
        },
      ),
    );
  });

  it('is what the definition says, whatever the reference', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), fc.integer({ min: -20, max: 20 }), (events, days) => {
        const exact = events.reduce(
          (sum, { at, value }) => sum + value * 2 ** (-Math.max(0, NOW - at) / (30 * DAY)),
          0,
        );
        expect(intensityAt(sumOf(events, 30, NOW + days * DAY), 30, NOW)).toBeCloseTo(exact, 6);
      }),
    );
  });

  it('takes a clock that runs ahead for now, and nothing from what is no number', () => {
    expect(sumOf([{ at: NOW + 900 * DAY, value: 1 }]).sum).toBe(1);
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0].map((value) => ({ at: NOW, value }));
    expect(sumOf([...odd, { at: Number.NaN, value: 1 }]).sum).toBe(0);
  });
});

describe('strength', () => {
  it('is what goes both ways together; how much it is mutual stands apart', () => {
    expect([strengthOf(3, 1), reciprocityOf(3, 1)]).toEqual([4, 0.5]);
    expect([reciprocityOf(2, 2), reciprocityOf(5, 0), reciprocityOf(0, 0)]).toEqual([1, 0, 0]);
    expect([trendOf(4, 1), trendOf(1, 4), trendOf(0, 0)]).toEqual([-0.75, 0.75, 0]);
  });

  it('values kinds as the company says, where it says something sensible', () => {
    expect([valueOfKind('meeting'), valueOfKind('meeting', { meeting: 5 })]).toEqual([3, 5]);
    expect(valueOfKind('like', { like: Number.NaN })).toBe(0.1);
    expect(valueOfKind('like', { like: 0 })).toBe(0);
  });
});

describe('weak ties worth nurturing', () => {
  const tie = (facts: Partial<WeakTieFacts>): WeakTieFacts => ({
    a: 'a',
    b: 'b',
    strength: 1,
    overlap: 0.04,
    medians: [2, 3],
    credibility: [0.7, 0.8],
    joining: 1,
    ...facts,
  });

  it('join circles that little else joins, and say so', () => {
    const [only, ...others] = weakTiesWorthNurturing([
      tie({ a: 'many', joining: 40 }),
      tie({ a: 'only' }),
      tie({ a: 'within', joining: null }),
      tie({ a: 'few', joining: 4 }),
    ]);
    expect(others.map(({ a }) => a)).toEqual(['few', 'many', 'within']);
    expect(only?.says.it).toBe(
      'Hanno in comune il 4% delle conoscenze, e il loro è il solo legame tra le due cerchie.',
    );
  });

  it('are moderately weak before very weak', () => {
    const ranked = weakTiesWorthNurturing(
      [0.02, 1, 1.98].map((strength) => tie({ a: `${strength}`, strength })),
    );
    expect(ranked[0]?.a).toBe('1');
  });

  it('are never strong, embedded, faded to nothing, or with somebody who is not credible', () => {
    const none = [
      tie({ strength: 2.5 }),
      tie({ overlap: 0.4 }),
      tie({ strength: 0 }),
      tie({ credibility: [0.9, 0.2] }),
      tie({ medians: [0, 9] }),
    ];
    expect(weakTiesWorthNurturing(none)).toEqual([]);
  });
});
