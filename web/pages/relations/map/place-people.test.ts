import { expect, it } from 'vitest';
import type { MapPerson, MapTie } from '../views.ts';
import { placePeople } from './place-people.ts';

const person = (id: string, circle: string | null): MapPerson => ({
  id,
  name: id,
  circle,
  strength: 0.5,
  size: 1,
  asleep: false,
  bridge: false,
});
const tie = (a: string, b: string): MapTie => ({
  a,
  b,
  strength: 0.5,
  fresh: 1,
  reciprocal: true,
  asleep: false,
  weak: false,
});
const people = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => person(id, id.slice(0, 1)));
const ties = [
  tie('a1', 'a2'),
  tie('a2', 'a3'),
  tie('a1', 'a3'),
  tie('b1', 'b2'),
  tie('b2', 'b3'),
  tie('a1', 'b1'),
];
const patient = () => new AbortController().signal;

it('the same web is always drawn the same', async () => {
  expect(await placePeople(people, ties, patient())).toEqual(await placePeople(people, ties, patient()));
});

it('people of one circle stand closer to each other than to the next circle', async () => {
  const places = await placePeople(people, ties, patient());
  const between = (one: string, other: string): number => {
    const [from, to] = [places.get(one), places.get(other)];
    return Math.hypot((from?.x ?? 0) - (to?.x ?? 0), (from?.y ?? 0) - (to?.y ?? 0));
  };
  expect(between('a2', 'a3')).toBeLessThan(between('a2', 'b2'));
  expect(between('b2', 'b3')).toBeLessThan(between('a3', 'b3'));
});

it('nobody alone, everybody tied to one, and people without a circle all get a place', async () => {
  const crowd = Array.from({ length: 60 }, (_, n) => person(`p${n}`, null));
  const star = crowd.slice(1).map(({ id }) => tie('p0', id));
  for (const [who, threads] of [
    [crowd, []],
    [crowd, star],
    [[], []],
  ] as const) {
    const places = await placePeople(who, threads, patient());
    expect(places.size).toBe(who.length);
    expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  }
});

it('stops when nobody waits for it any more', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(placePeople(people, ties, controller.signal)).rejects.toThrow();
});
