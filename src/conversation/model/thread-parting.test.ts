import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkKeys } from './thread-key.ts';
import { type KnownThreads, type MentionFacts, type Parting, planThreads } from './thread-plan.ts';

const mention = (change: Partial<MentionFacts> & { nativeId: string }): MentionFacts => ({
  id: change.nativeId,
  connectionId: 'here',
  channel: 'fediverse',
  rootNativeId: null,
  parentNativeId: null,
  references: [],
  authorId: 'anna',
  form: 'post',
  title: null,
  ours: false,
  addressed: true,
  matched: false,
  automatic: false,
  removed: false,
  saidAt: new Date('2026-03-02T09:00:00Z'),
  ...change,
});

/** `one` holds the root and its answers, `two` the turns that a person has divided off. */
const known = (
  keys: Readonly<Record<string, string>>,
  placed: Readonly<Record<string, string>> = {},
): KnownThreads => ({
  keys: Object.entries(keys).map(([key, threadId]) => ({ connectionId: 'here', key, threadId })),
  threadOfMention: new Map(Object.entries(placed)),
  neighbours: [],
});
const fresh = () => 'zz-new';
const parted: readonly Parting[] = [['one', 'two']];

describe('threads that a person has parted', () => {
  it('stay two when a turn names both: it goes where it points to most nearly', () => {
    const answer = mention({ nativeId: 'x', parentNativeId: 'b', rootNativeId: 'r' });
    const plan = planThreads([answer], known({ r: 'one', b: 'two' }), fresh, parted);
    expect(plan.merges).toEqual([]);
    expect(plan.threadOfMention.get('x')).toBe('two');
    expect(plan.newKeys.map(({ key, threadId }) => [key, threadId])).toEqual([['x', 'two']]);
  });

  it('stay two when a turn of one is edited, and it stays where it is', () => {
    const edited = mention({ nativeId: 'b', rootNativeId: 'r' });
    const plan = planThreads([edited], known({ r: 'one', b: 'two' }, { b: 'two' }), fresh, parted);
    expect([plan.merges, plan.threadOfMention.get('b')]).toEqual([[], 'two']);
  });

  it('take in others, but never by way of them become one', () => {
    const ids = fc.constantFrom('r', 'b', 'c', 'd', 'x', 'y', 'z');
    const batch = fc.uniqueArray(
      fc.record({
        nativeId: ids,
        rootNativeId: fc.option(ids),
        parentNativeId: fc.option(ids),
        references: fc.array(ids, { maxLength: 3 }),
      }),
      { selector: ({ nativeId }) => nativeId, minLength: 1 },
    );
    const keys = { r: 'one', b: 'two', c: 'three', d: 'four' };
    fc.assert(
      fc.property(batch, (all) => {
        const plan = planThreads(all.map(mention), known(keys), fresh, parted);
        const into = new Map(plan.merges.map((merge) => [merge.from, merge.into]));
        const end = (id: string) => into.get(id) ?? id;
        expect(end('one')).not.toBe(end('two'));
        for (const { nativeId } of all) expect(plan.threadOfMention.has(nativeId)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are joined as ever where nobody has parted them', () => {
    const both = mention({ nativeId: 'x', parentNativeId: 'b', rootNativeId: 'r' });
    expect(planThreads([both], known({ r: 'one', b: 'two' }), fresh).merges).toEqual([
      { from: 'two', into: 'one' },
    ]);
    expect(linkKeys(both)).toEqual(['x', 'b', 'r']);
  });
});
