import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './area-under-curve.ts';
import { channelHalfLife } from './channel-half-life.ts';
import { contactLog } from './contact-log.ts';
import { fitHalfLife } from './half-life.ts';
import { DAY } from './intensity.ts';

const scores = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 30 });

describe('the area under the curve', () => {
  it('is the share of pairs in the right order, draws counting half', () => {
    fc.assert(
      fc.property(scores, scores, (good, bad) => {
        const wins = good.flatMap((one) => bad.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
        const share = wins.reduce((sum, win) => sum + win, 0 as number) / wins.length;
        expect(areaUnderCurve(Float64Array.from(good), Float64Array.from(bad))).toBeCloseTo(share, 12);
      }),
    );
  });

  it('is nothing without both groups', () => {
    expect(areaUnderCurve(new Float64Array(), new Float64Array([1]))).toBeNull();
    expect(areaUnderCurve(new Float64Array([1]), new Float64Array())).toBeNull();
  });
});

/** A year of contacts: each of `pairs` [from, to, first day, days between contacts, last day]. */
const logOf = (pairs: readonly (readonly [number, number, number, number, number])[]) => {
  const rows = pairs.flatMap(([from, to, first, every, last]) =>
    Array.from(
      { length: 1 + Math.floor((last - first) / every) },
      (_, index) => [from, to, first + index * every] as const,
    ),
  );
  return contactLog(
    rows.map(([from]) => from),
    rows.map(([, to]) => to),
    rows.map(([, , day]) => day * DAY),
  );
};

/** Some talked much and stopped, some talk little and go on: counting is fooled, fading is not. */
const fadingLog = logOf([
  ...Array.from({ length: 30 }, (_, index) => [index, 100 + index, index, 2, 60 + index] as const),
  ...Array.from({ length: 30 }, (_, index) => [200 + index, 300 + index, index, 9, 365] as const),
]);

describe('the half-life of a channel', () => {
  it('is the one whose strength tells best who will meet again, better than counting', () => {
    const trial = fitHalfLife(fadingLog);
    expect(trial.ok).toBe(true);
    if (!trial.ok) return;
    const { chosen, countAuc, trials, cutOffs } = trial.value;
    expect(chosen.auc).toBeGreaterThan(0.95);
    expect(countAuc).toBeLessThan(0.3);
    expect(trials.map(({ halfLifeDays }) => halfLifeDays)).toEqual([3, 7, 14, 30, 60, 90]);
    expect(chosen.auc).toBe(Math.max(...trials.map(({ auc }) => auc)));
    expect(cutOffs).toHaveLength(12);
    expect(cutOffs.at(-1)).toBe((365 + 0) * DAY - (365 * DAY - (fadingLog.at.at(-1) ?? 0)) - 14 * DAY);
  });

  it('does not look into the future: what happens after the last horizon changes nothing before', () => {
    const trial = fitHalfLife(fadingLog, { halfLives: [7] });
    const twice = contactLog(
      [...fadingLog.pair, ...fadingLog.pair],
      [...fadingLog.pair, ...fadingLog.pair].map((pair) => pair + 1_000),
      [...fadingLog.at, ...fadingLog.at],
    );
    expect(fitHalfLife(twice, { halfLives: [7] })).toEqual(trial);
    expect(twice.repeated).toBe(fadingLog.at.length);
  });

  it('does not depend on order, direction, names of people, or when time began', () => {
    const contacts = fc.array(
      fc.tuple(
        fc.nat(12),
        fc.nat(12),
        fc.nat(200).map((day) => day * DAY),
      ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(contacts, fc.integer({ min: -5_000, max: 5_000 }), (rows, shift) => {
        const plain = contactLog(
          rows.map(([from]) => from),
          rows.map(([, to]) => to),
          rows.map(([, , at]) => at),
        );
        // One way only, so that turning everything round makes no two alike.
        const turned = rows.toReversed();
        const other = contactLog(
          turned.map(([from]) => 99 - from),
          turned.map(([, to]) => 99 - to),
          turned.map(([, , at]) => at + shift * DAY),
        );
        const [one, two] = [fitHalfLife(plain), fitHalfLife(other)];
        expect(two.ok).toBe(one.ok);
        if (!one.ok || !two.ok) return;
        expect(two.value.positives).toBe(one.value.positives);
        two.value.trials.forEach(({ auc }, index) => {
          expect(auc).toBeCloseTo(one.value.trials[index]?.auc ?? -1, 9);
        });
      }),
    );
  });

  it('does not let moments with hardly anybody speak as loud as the others', () => {
    const busy = Array.from({ length: 60 }, (_, pair) => [pair, 100 + pair, pair % 30, 9, 500] as const);
    const ended = Array.from({ length: 60 }, (_, pair) => [200 + pair, 300 + pair, pair, 2, 70] as const);
    const onceMore = [259, 359, 815, 1, 820] as const;
    const trial = fitHalfLife(logOf([...busy, ...ended, onceMore]));
    expect(trial.ok && trial.value.chosen.auc).toBeGreaterThan(0.9);
  });

  it('says when there is nothing to learn from', () => {
    expect(fitHalfLife(contactLog([], [], []))).toEqual({ ok: false, error: { problem: 'too-short' } });
    expect(fitHalfLife(logOf([[1, 2, 0, 1, 10]]))).toEqual({ ok: false, error: { problem: 'too-short' } });
    expect(fitHalfLife(logOf([[1, 2, 0, 1, 100]]))).toEqual({
      ok: false,
      error: { problem: 'nothing-to-tell' },
    });
  });

  it('stays the usual one until there is enough to fit it', () => {
    expect(channelHalfLife('fediverse', logOf([[1, 2, 0, 1, 100]]))).toEqual({
      halfLifeDays: 7,
      fitted: false,
      auc: null,
    });
    expect(channelHalfLife('mail', contactLog([], [], [])).halfLifeDays).toBe(30);
    expect(channelHalfLife('mail', fadingLog).fitted).toBe(true);
  });

  it('tells old ties apart even after years of silence', () => {
    const log = logOf([
      [1, 2, 0, 1, 5],
      [3, 4, 0, 1, 40],
      [5, 6, 5_000, 30, 5_200],
      [3, 4, 5_195, 1, 5_210],
    ]);
    const trial = fitHalfLife(log, { halfLives: [3] });
    expect(trial.ok && trial.value.positives).toBeGreaterThan(0);
    expect(trial.ok && trial.value.trials[0]?.auc).toBe(1);
  });
});
