import { expect, it } from 'vitest';
import { daysAgo, NOW, said } from './candidate.fixture.ts';
import { mostUrgent } from './most-urgent.ts';

it('keeps of each kind who has waited longest, and the latest thanks', () => {
  const many = (name: string, facts: object) =>
    Array.from(
      { length: 70 },
      (_, at) => [`${name}${String(at).padStart(2, '0')}`, said({ at: daysAgo(at / 10), ...facts })] as const,
    );
  const kept = mostUrgent(
    new Map([...many('asks', { question: true }), ...many('thanks', { thanks: true }), ['idle', said()]]),
    NOW,
  );
  const of = (name: string) => [...kept.keys()].filter((id) => id.startsWith(name)).sort();
  expect([of('asks').length, of('asks')[0]]).toEqual([50, 'asks20']);
  expect([of('thanks').length, of('thanks').at(-1)]).toEqual([50, 'thanks49']);
  expect(kept.has('idle')).toBe(false);
});
