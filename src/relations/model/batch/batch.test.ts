import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decayed } from './decayed.ts';
import { createEventColumns, type EventRow, US } from './event-columns.ts';
import { ourTies, reciprocityOf } from './our-ties.ts';
import { arcOf, tieGraph } from './tie-graph.ts';

const DAY = 86_400_000;
const now = 1_000 * DAY;
const columnsOf = (rows: readonly EventRow[]) => {
  const columns = createEventColumns();
  for (const row of rows) columns.add(row);
  return columns.finish();
};
const event = (from: number, to: number, daysAgo = 0, channel = 0): EventRow => ({
  from,
  to,
  at: now - daysAgo * DAY,
  value: 1,
  channel,
});
const decay = { now, halfLives: [7, 30] };

describe('an event', () => {
  it('loses half of its worth in a half-life, and nothing to a clock that runs ahead', () => {
    expect(decayed(1, now - 7 * DAY, now, 7)).toBe(0.5);
    expect(decayed(0.8, now + 900 * DAY, now, 7)).toBe(0.8);
  });
});

describe('columns', () => {
  it('hold as many events as come', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => event(index, index + 1));
    const columns = columnsOf(many);
    expect(columns.count).toBe(10_000);
    expect(columns.from[9_999]).toBe(9_999);
  });
});

describe('the graph of people', () => {
  it('sums what flows one way, by the half-life of its channel, and knows when last', () => {
    const { graph, lastAt } = tieGraph(
      3,
      columnsOf([event(0, 1, 7), event(0, 1, 30, 1), event(1, 0, 0), event(2, US)]),
      decay,
    );
    expect(graph.weights?.[arcOf(graph, 0, 1)]).toBeCloseTo(1);
    expect(lastAt[arcOf(graph, 0, 1)]).toBe(now - 7 * DAY);
    expect(graph.weights?.[arcOf(graph, 1, 0)]).toBe(1);
    expect(graph.targets.length).toBe(2);
    expect(arcOf(graph, 2, 0)).toBe(-1);
  });

  it('holds as much as all events are worth, but for those of a person with themselves', () => {
    const row = fc.record({
      from: fc.nat(5),
      to: fc.nat(5),
      at: fc.nat(now),
      value: fc.double({ min: 0, max: 3, noNaN: true }),
      channel: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { graph } = tieGraph(6, columnsOf(rows), decay);
        const worth = rows
          .filter(({ from, to }) => from !== to)
          .reduce(
            (sum, each) => sum + decayed(each.value, each.at, now, decay.halfLives[each.channel] ?? 7),
            0,
          );
        expect((graph.weights ?? new Float64Array()).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(
          worth,
          6,
        );
      }),
    );
  });
});

describe('our ties', () => {
  it('are counted both ways, each with its own worth', () => {
    const ties = ourTies(
      2,
      columnsOf([event(0, US, 7), event(0, US), event(US, 0), event(0, 1), event(US, US)]),
      decay,
    );
    expect(ties.inward[0]).toBe(1.5);
    expect(ties.outward[0]).toBe(1);
    expect([...ties.inCount, ...ties.outCount]).toEqual([2, 0, 1, 0]);
    expect(ties.lastAt[1]).toBe(Number.NEGATIVE_INFINITY);
  });

  it('are reciprocal from not at all to wholly', () => {
    expect(reciprocityOf(0, 0)).toBe(0);
    expect(reciprocityOf(3, 0)).toBe(0);
    expect(reciprocityOf(2, 2)).toBe(1);
    expect(reciprocityOf(1, 3)).toBe(0.5);
  });
});
