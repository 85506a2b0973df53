import { describe, expect, it } from 'vitest';
import { countsOf, heardAmong, type Invention, inventTimes } from './invented-series.fixture.ts';
import { createLocalHours, hourOf } from './local-hours.ts';
import { LEARNT_FROM, replaySilences, replaySpikes } from './replay.ts';
import { fitBaseline } from './seasonal-baseline.ts';
import { findSpike } from './spike.ts';

const local = createLocalHours('Europe/Rome');
const monday = new Date('2026-01-05T00:00:00+01:00');
const usual: Invention = { local, seed: 5, days: 84 + 60, aDay: 12, ofHour: 0.4, ofDay: 0.1, start: monday };
const begin = hourOf(monday);

const replayed = (change: Partial<Invention>) => {
  const invention = { ...usual, ...change };
  const { start, times } = inventTimes(invention);
  const counts = countsOf(start, times, invention.days * 24);
  return { counts, heard: heardAmong(times), local, choice: 'month' as const, from: start + LEARNT_FROM };
};

describe('what is usual', () => {
  it('is the hour and the weekday of the place, learnt again as clocks move', () => {
    const { counts } = replayed({ aDay: 60 });
    const baseline = fitBaseline({ ...counts, counts: counts.counts.slice(0, LEARNT_FROM) }, local);
    const evening = hourOf(new Date('2026-03-30T20:00:00+02:00'));
    const night = hourOf(new Date('2026-03-30T03:00:00+02:00'));
    expect(baseline.mean(evening)).toBeGreaterThan(4 * baseline.mean(night));
    const sunday = baseline.window(
      hourOf(new Date('2026-04-12T00:00:00+02:00')),
      hourOf(new Date('2026-04-13T00:00:00+02:00')),
    );
    const friday = baseline.window(
      hourOf(new Date('2026-04-10T00:00:00+02:00')),
      hourOf(new Date('2026-04-11T00:00:00+02:00')),
    );
    expect(sunday.mean).toBeLessThan(0.8 * friday.mean);
    expect(friday.mean).toBeGreaterThan(50);
    expect(friday.mean).toBeLessThan(90);
  });

  it('on a holiday is what is usual on Sundays', () => {
    const { counts } = replayed({ aDay: 60 });
    const baseline = fitBaseline({ ...counts, counts: counts.counts.slice(0, LEARNT_FROM) }, local);
    const noon = (day: string) => baseline.mean(hourOf(new Date(`${day}T12:00:00+02:00`)));
    expect(noon('2026-05-01')).toBe(noon('2026-05-03'));
    expect(noon('2026-05-01')).toBeLessThan(noon('2026-05-08'));
  });

  it('is hardly moved by one great day of the past', () => {
    const calm = replayed({}).counts.counts.slice(0, LEARNT_FROM);
    const burst = [{ at: begin + 40 * 24 + 10, hours: 6, extra: 40 }];
    const loud = replayed({ bursts: burst }).counts.counts.slice(0, LEARNT_FROM);
    const week = (counts: readonly number[]) =>
      fitBaseline({ start: begin, counts }, local).window(begin + LEARNT_FROM, begin + LEARNT_FROM + 168)
        .mean;
    expect(week(loud)).toBeLessThan(1.15 * week(calm));
  });

  it('with little data is flat, and wide', () => {
    const counts = new Array<number>(5 * 24).fill(0).map((_, at) => (at % 24 === 9 ? 2 : 0));
    const baseline = fitBaseline({ start: begin, counts }, local);
    const hours = Array.from({ length: 24 }, (_, at) => baseline.mean(begin + 120 + at));
    expect(Math.max(...hours) / Math.min(...hours)).toBeLessThan(4);
    const much = fitBaseline(
      { start: begin, counts: replayed({ ofHour: 0, ofDay: 0 }).counts.counts },
      local,
    );
    const day = (known: typeof much, from: number) => known.window(from, from + 24).dispersion;
    expect(day(baseline, begin + 120)).toBeGreaterThan(2 * day(much, begin + usual.days * 24));
  });
});

describe('a spike', () => {
  const at = begin + LEARNT_FROM + 20 * 24 + 10;

  it('is told once, while it is young, and ends', () => {
    const bursts = [{ at, hours: 5, extra: 14 }];
    const told = replaySpikes({ ...replayed({ bursts }), every: 1 / 12 }).filter(
      ({ opened }) => opened >= at && opened < at + 6,
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.opened).toBeLessThan(at + 1.5);
    expect(told[0]?.ended).toBeGreaterThan(at + 4);
    expect(told[0]?.ended).toBeLessThan(at + 16);
    expect(told[0]?.spike.heard).toBeGreaterThan(told[0]?.spike.high ?? Number.POSITIVE_INFINITY);
  });

  it('by chance alone is not told more often than was asked', () => {
    const seeds = [11, 12, 13, 14];
    const rate = (choice: 'week' | 'quarter') =>
      seeds.reduce(
        (sum, seed) => sum + replaySpikes({ ...replayed({ seed }), choice, learnEvery: 7 }).length,
        0,
      );
    expect(rate('week')).toBeLessThanOrEqual((seeds.length * 60) / 7);
    expect(rate('quarter')).toBeLessThanOrEqual(Math.ceil((seeds.length * 60) / 91));
    expect(rate('quarter')).toBeLessThanOrEqual(rate('week'));
  });

  it('is not made by slow growth, nor by the hour that comes twice', () => {
    const told = replaySpikes({ ...replayed({ growth: 1.03, days: 84 + 120, seed: 8 }), learnEvery: 3 });
    expect(told.length).toBeLessThanOrEqual(4);
  });

  it('that was told already does not begin another', () => {
    const { counts, heard } = replayed({ bursts: [{ at, hours: 2, extra: 20 }] });
    const baseline = fitBaseline({ ...counts, counts: counts.counts.slice(0, LEARNT_FROM) }, local);
    const look = { baseline, heard, now: at + 3, choice: 'month' as const };
    expect(findSpike({ ...look, notBefore: 0 })).not.toBeNull();
    expect(findSpike({ ...look, notBefore: at + 2 })).toBeNull();
  });
});

describe('silence', () => {
  const from = begin + LEARNT_FROM + 20 * 24;
  const silenced = (change: Partial<Invention>, days: number) => {
    const replay = replayed(change);
    const counts = replay.counts.counts.map((count, index) => {
      const hour = replay.counts.start + index;
      return hour >= from && hour < from + days * 24 ? 0 : count;
    });
    return replaySilences({ ...replay, counts: { ...replay.counts, counts } });
  };

  it('where there is always talk is told, and ends with the next word', () => {
    const [told] = silenced({}, 6).filter(({ opened }) => opened >= from && opened < from + 6 * 24);
    expect(told?.opened).toBeLessThan(from + 5 * 24);
    expect(told?.ended).toBeGreaterThanOrEqual(from + 6 * 24);
  });

  it('of a night, or where nobody talks much, is not', () => {
    const quiet = replaySilences({ ...replayed({ aDay: 30 }), choice: 'quarter' });
    expect(quiet.length).toBeLessThanOrEqual(1);
    expect(silenced({ aDay: 0.4 }, 10)).toEqual([]);
  });
});
