import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileWatches, createAllWatches } from './all-watches.ts';
import type { CompiledWatches, WatchRule } from './match-watch.ts';

type All = ReturnType<typeof createAllWatches>;
const take = (all: All, company: string, rules: readonly WatchRule[]): CompiledWatches => {
  const steps = all.take(company, rules);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const stepsOf = (all: All, company: string, rules: readonly WatchRule[]): number =>
  [...all.take(company, rules)].length;
const said = (text: string) => ({ texts: [text], links: [] });

const rules = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    query: fc.constantFrom('vino', 'olio', 'vino AND NOT olio', 'vino AND (', '"buon vino" OR pane', 'pan*'),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
);
const text = fc
  .array(fc.constantFrom('vino', 'olio', 'buon', 'pane', 'panino', 'e'), { maxLength: 5 })
  .map((words) => words.join(' '));

describe('the watches of all companies in one index', () => {
  it('answer each company as its own alone would, whatever came and went before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('one', 'other', 'third'), rules), { minLength: 1, maxLength: 8 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (changes, texts) => {
          const all = createAllWatches();
          const now = new Map<string, { own: CompiledWatches; shared: CompiledWatches }>();
          for (const [company, theirs] of changes) {
            now.set(company, { own: compileWatches(theirs), shared: take(all, company, theirs) });
            for (const one of texts)
              for (const { own, shared } of now.values()) {
                expect(shared.match(said(one))).toEqual(own.match(said(one)));
                expect(shared.wants(one)).toBe(own.wants(one));
              }
          }
          const counts = [...now.values()].map(({ own, shared }) => [own, shared] as const);
          for (const [own, shared] of counts) expect(shared.searches).toEqual(own.searches);
          expect(all.size).toBe(counts.reduce((sum, [{ count }]) => sum + count, 0));
        },
      ),
    );
  });

  it('touch only what changed', () => {
    const all = createAllWatches();
    const many = Array.from({ length: 50 }, (_, at) => ({ id: `w${at}`, query: `nome${at}` }));
    expect(stepsOf(all, 'one', many)).toBe(50);
    expect(stepsOf(all, 'one', many)).toBe(0);
    expect(stepsOf(all, 'one', [...many.slice(2), { id: 'w0', query: 'altro' }])).toBe(2);
  });

  it('keep on answering while others are being taken up', () => {
    const all = createAllWatches();
    const one = take(all, 'one', [{ id: 'w', query: 'vino' }]);
    const others = all.take(
      'other',
      Array.from({ length: 20 }, (_, at) => ({ id: `o${at}`, query: 'vino' })),
    );
    while (!others.next().done) {
      expect(one.match(said('buon vino'))).toEqual([{ watchId: 'w', spans: [[5, 9]] }]);
      expect(one.wants('buon vino')).toBe(true);
    }
  });

  it('leave a company that has none any more', () => {
    const all = createAllWatches();
    const before = take(all, 'one', [{ id: 'w', query: 'vino' }]);
    take(all, 'one', []);
    expect(all.size).toBe(0);
    expect(before.wants('vino')).toBe(false);
  });
});
