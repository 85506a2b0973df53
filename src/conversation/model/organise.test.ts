import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, decidePlace, type PlaceWish, type ThreadPlace } from './organise.ts';

const now = new Date('2026-03-02T08:00:00Z');
const open: ThreadPlace = {
  status: 'open',
  assigneeId: null,
  teamId: null,
  snoozedUntil: null,
  labelIds: [],
};
const id = fc.constantFrom('a', 'b', 'c');
const moment = fc
  .integer({ min: -1_000_000, max: 1_000_000 })
  .map((seconds) => new Date(now.getTime() + seconds * 1_000).toISOString());
const wish: fc.Arbitrary<PlaceWish> = fc.record(
  {
    status: fc.constantFrom('open' as const, 'done' as const),
    assigneeId: fc.option(id),
    teamId: fc.option(id),
    snoozedUntil: fc.option(moment),
    labelIds: fc.array(id),
    addLabels: fc.array(id),
    removeLabels: fc.array(id),
  },
  { requiredKeys: [] },
);

const after = (place: ThreadPlace, wished: PlaceWish): ThreadPlace => {
  const decided = decidePlace(place, wished, now);
  return decided.ok ? decided.value.place : place;
};

describe('where a conversation stands', () => {
  it('is legal after any sequence of wishes: put aside exactly while there is a moment to come back', () => {
    fc.assert(
      fc.property(fc.array(wish), (wishes) => {
        const place = wishes.reduce(after, open);
        expect(place.status === 'snoozed').toBe(place.snoozedUntil !== null);
        expect(place.labelIds).toEqual([...new Set(place.labelIds)].sort());
      }),
    );
  });

  it('differs from what it was exactly in what is told', () => {
    fc.assert(
      fc.property(fc.array(wish), wish, (wishes, last) => {
        const before = wishes.reduce(after, open);
        const decided = decidePlace(before, last, now);
        if (!decided.ok) return;
        const { place, changes } = decided.value;
        expect(changes.length === 0).toBe(isDeepStrictEqual(place, before));
        expect(changesBetween(place, before).length).toBe(changes.length);
      }),
    );
  });

  it('wishing the same twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(wish), wish, (wishes, last) => {
        const once = after(wishes.reduce(after, open), last);
        const twice = decidePlace(once, last, now);
        expect(!twice.ok || twice.value.changes.length === 0).toBe(true);
      }),
    );
  });

  it('cannot be put aside until a moment that has passed, nor together with being closed', () => {
    const past = decidePlace(open, { snoozedUntil: now.toISOString() }, now);
    expect(past).toEqual({ ok: false, error: { kind: 'snooze-past' } });
    const both = decidePlace(open, { snoozedUntil: '2026-03-03T08:00:00Z', status: 'done' }, now);
    expect(both).toEqual({ ok: false, error: { kind: 'snooze-and-status' } });
  });
});
