import { expect, it } from 'vitest';
import { daysAgo, NOW, said } from './candidate.fixture.ts';
import { mostUrgent } from './most-urgent.ts';

const many = (name: string, facts: object) =>
  Array.from(
    { length: 70 },
    (_, at) => [`${name}${String(at).padStart(2, '0')}`, said({ at: daysAgo(at / 10), ...facts })] as const,
  );
const all = new Map([
  ...many('asks', { question: true }),
  ...many('thanks', { thanks: true }),
  ['idle', said()],
]);

it('keeps of each kind who has waited longest, and the latest thanks', () => {
  const kept = mostUrgent(all, NOW, () => true);
  const of = (name: string) => [...kept.keys()].filter((id) => id.startsWith(name)).sort();
  expect([of('asks').length, of('asks')[0]]).toEqual([30, 'asks40']);
  expect([of('thanks').length, of('thanks').at(-1)]).toEqual([30, 'thanks29']);
  expect(kept.has('idle')).toBe(false);
});

it('gives no place to whom the past holds back', () => {
  const kept = mostUrgent(all, NOW, (id) => id < 'asks40' || id > 'asks69');
  expect(kept.has('asks69')).toBe(false);
  expect(kept.has('asks39')).toBe(true);
});
