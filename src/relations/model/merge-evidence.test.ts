import { describe, expect, it } from 'vitest';
import { type Likeness, weighLikenesses } from './merge-evidence.ts';

const alike = (kind: Likeness['kind'], a = 'a', b = 'b'): Likeness => ({ a, b, kind, key: 'k' });

describe('what speaks for one person', () => {
  it('adds up, the surest evidence first and the surest pair first', () => {
    const found = weighLikenesses([
      alike('name'),
      alike('domain'),
      alike('name', 'a', 'c'),
      alike('rel-me', 'b', 'c'),
    ]);
    expect(found.map(({ a, b, certainty }) => [a, b, certainty])).toEqual([
      ['b', 'c', 0.97],
      ['a', 'b', 0.85],
      ['a', 'c', 0.5],
    ]);
    expect(found[1]?.evidence.map(({ kind }) => kind)).toEqual(['domain', 'name']);
  });

  it('is not surer for being told twice', () => {
    const [once, twice] = [[alike('name')], [alike('name'), alike('name')]].map((each) =>
      weighLikenesses(each),
    );
    expect(twice).toEqual(once);
  });
});
