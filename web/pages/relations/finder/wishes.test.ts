import { expect, it } from 'vitest';
import type { TeamView } from '../views.ts';
import { changedWishes, isWished, wish, wishesOf } from './wishes.ts';

const [ada, bea, ciro] = ['Ada', 'Bea', 'Ciro'].map((name) => ({ id: name, name })) as [
  { id: string; name: string },
  { id: string; name: string },
  { id: string; name: string },
];
const member = (contact: typeof ada, pinned: boolean) => ({
  contact,
  pinned,
  gain: 0.1,
  hours: 1,
  reasons: [],
  substitute: null,
});
const team = { members: [member(ada, true), member(bea, false)], exclusions: [ciro] } as unknown as TeamView;

it('begins with what the team was chosen with', () => {
  expect(wishesOf(team)).toEqual({ pins: [ada], exclusions: [ciro] });
  expect(wishesOf(null)).toEqual({ pins: [], exclusions: [] });
  expect(changedWishes(team, wishesOf(team))).toBe(0);
});

it('nobody is kept and left out at once', () => {
  const kept = wish(wishesOf(team), 'pins', ciro);
  expect([isWished(kept.pins, 'Ciro'), isWished(kept.exclusions, 'Ciro')]).toEqual([true, false]);
  const out = wish(kept, 'exclusions', ada);
  expect([isWished(out.pins, 'Ada'), isWished(out.exclusions, 'Ada')]).toEqual([false, true]);
});

it('asked again, a wish is undone; each that differs counts once', () => {
  const once = wish(wishesOf(team), 'pins', bea);
  expect(changedWishes(team, once)).toBe(1);
  expect(changedWishes(team, wish(once, 'pins', bea))).toBe(0);
  expect(changedWishes(team, wish(once, 'exclusions', ciro))).toBe(2);
});
