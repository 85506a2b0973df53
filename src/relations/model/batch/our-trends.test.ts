import { expect, it } from 'vitest';
import { createEventColumns } from './event-columns.ts';
import { ourTrends } from './our-trends.ts';

const DAY = 86_400_000;
const now = 1_000 * DAY;
/** Two people; the third place is ours. */
const US = 2;

const trends = (
  rows: readonly (readonly [from: number, to: number, daysAgo: number])[],
  ours: readonly number[],
) => {
  const columns = createEventColumns();
  for (const [from, to, daysAgo] of rows)
    columns.add({ from, to, at: now - daysAgo * DAY, value: 1, channel: 0 });
  const events = columns.finish();
  const halfLives = new Float64Array(events.count).fill(30);
  return [
    ...ourTrends(events, halfLives, { inward: Float64Array.from(ours), outward: new Float64Array(2) }, now),
  ];
};

it('says what a tie with us lost since a quarter ago, and what it gained', () => {
  expect(
    trends(
      [
        [0, US, 90],
        [US, 0, 90],
      ],
      [0.5, 0],
    ),
  ).toEqual([-0.75, 0]);
  expect(trends([[0, US, 1]], [3, 0])).toEqual([1, 0]);
});

it('looks at nothing that passed between others, nor at what came later than a quarter ago', () => {
  expect(
    trends(
      [
        [0, 1, 100],
        [1, US, 89],
      ],
      [0, 0],
    ),
  ).toEqual([0, 0]);
});
