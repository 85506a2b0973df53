import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameByTags } from './name-by-tags.ts';

const circle = (people: number, tags: Readonly<Record<string, number>>) => ({
  people,
  tags: new Map(Object.entries(tags)),
});

describe('the name that tags give a circle', () => {
  it('is what many here have and few elsewhere', () => {
    expect(
      nameByTags([
        circle(7, { cucina: 6, fiera: 7 }),
        circle(6, { 'strade bianche': 5, fiera: 6 }),
        circle(5, { fiera: 5 }),
      ]),
    ).toEqual(['cucina', 'strade bianche', null]);
  });

  it('is none where one colleague marked one person', () => {
    expect(nameByTags([circle(3, { amico: 1 }), circle(9, { fornitore: 2 })])).toEqual([null, null]);
  });

  it('is of a circle by itself what most of its people have', () => {
    expect(nameByTags([circle(4, { sommelier: 4 })])).toEqual(['sommelier']);
  });

  it('is always a tag of at least two of its people, whatever the others are', () => {
    const circles = fc.array(
      fc
        .record({
          people: fc.integer({ min: 1, max: 30 }),
          tags: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 30 })),
        })
        .map(({ people, tags }) =>
          circle(
            people,
            Object.fromEntries(Object.entries(tags).map(([tag, count]) => [tag, Math.min(count, people)])),
          ),
        ),
    );
    fc.assert(
      fc.property(circles, (all) => {
        for (const [at, name] of nameByTags(all).entries())
          if (name !== null) expect(all[at]?.tags.get(name)).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
