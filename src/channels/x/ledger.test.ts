import fc from 'fast-check';
import { expect, it } from 'vitest';
import { estimateMonth, type Ledger, readLedger, reserve, settle } from './ledger.ts';

const noon = new Date('2026-11-22T12:00:00Z');

it('never lets more be spent than the budget, whatever is asked in whatever order', () => {
  fc.assert(
    fc.property(
      fc.nat(2_000_000),
      fc.array(fc.record({ worst: fc.nat(400_000), share: fc.double({ min: 0, max: 1, noNaN: true }) })),
      (budget, calls) => {
        let ledger: Ledger = readLedger(null, noon);
        let really = 0;
        for (const [at, { worst, share }] of calls.entries()) {
          const reserved = reserve(ledger, worst, budget);
          if (!reserved.ok) continue;
          expect(reserved.value.spent).toBeLessThanOrEqual(budget);
          const price = Math.floor(worst * share);
          really += price;
          ledger = settle(reserved.value, { worst, things: [{ id: String(at), price }], isListening: true });
        }
        expect(ledger.spent).toBe(really);
        expect(really).toBeLessThanOrEqual(budget);
      },
    ),
  );
});

it('pays for a thing once a day, and again the day after', () => {
  const buy = (ledger: Ledger) => {
    const reserved = reserve(ledger, 10_000, 1_000_000);
    if (!reserved.ok) throw new Error('there was enough');
    return settle(reserved.value, { worst: 10_000, things: [{ id: 'p1', price: 5_000 }], isListening: true });
  };
  const once = buy(readLedger(null, noon));
  expect(buy(once).spent).toBe(5_000);
  const tomorrow = readLedger(buy(once), new Date('2026-11-23T00:00:01Z'));
  expect(buy(tomorrow).spent).toBe(10_000);
});

it('begins anew with each month, and says what going on would take', () => {
  const refused = reserve({ ...readLedger(null, noon), spent: 900 }, 200, 1_000);
  expect(refused).toMatchObject({
    ok: false,
    error: { needed: 1_100, ledger: { needed: 1_100, spent: 900 } },
  });
  const kept = refused.ok ? refused.value : refused.error.ledger;
  expect(readLedger(kept, noon)).toMatchObject({ spent: 900, needed: 1_100 });
  const next = readLedger(kept, new Date('2026-12-01T00:00:00Z'));
  expect(next).toMatchObject({ month: '2026-12', spent: 0 });
  expect(next).not.toHaveProperty('needed');
});

it('estimates a month by the days that were whole', () => {
  const ledger = {
    ...readLedger(null, noon),
    listening: { '2026-11-20': 40_000, '2026-11-21': 20_000, '2026-11-22': 9 },
  };
  expect(estimateMonth(ledger)).toBe(900_000);
  expect(estimateMonth({ ...ledger, listening: { '2026-11-22': 9 } })).toBeUndefined();
});
