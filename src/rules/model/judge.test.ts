import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavesOf } from './condition.ts';
import { judge } from './judge.ts';
import { anyCondition, around, plain } from './threads.fixture.ts';

const holds = (condition: Parameters<typeof judge>[0]) => judge(condition, plain, around).holds;

describe('a condition', () => {
  it('holds of all, of any, of none, and tells with what values', () => {
    const { holds: is, why } = judge(
      {
        all: [
          { field: 'intent', is: ['complaint', 'question'] },
          { none: [{ field: 'channel', is: ['bluesky'] }] },
          {
            any: [
              { field: 'urgency', atLeast: 0.9 },
              { field: 'words', query: 'tappo' },
            ],
          },
        ],
      },
      plain,
      around,
    );
    expect(is).toBe(true);
    expect(why).toEqual([
      { leaf: { field: 'intent', is: ['complaint', 'question'] }, found: ['complaint'] },
      { leaf: { field: 'channel', is: ['bluesky'] }, found: ['mail'], not: true },
      { leaf: { field: 'words', query: 'tappo' }, found: true },
    ]);
  });

  it('that asks for what nobody knows does not hold, either way', () => {
    expect(holds({ field: 'stars', atMost: 5 })).toBe(false);
    expect(holds({ field: 'followers', atLeast: 0 })).toBe(false);
    expect(holds({ field: 'unsure', yes: true })).toBe(false);
    expect(holds({ field: 'unsure', yes: false })).toBe(false);
  });

  it('always has an answer, the same twice, decided by its own leaves', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const judged = judge(condition, plain, around);
        expect(judge(condition, plain, around)).toEqual(judged);
        const leaves = leavesOf(condition);
        expect(judged.why.every((reason) => leaves.includes(reason.leaf))).toBe(true);
      }),
    );
  });

  it('follows the laws of all, any and none', () => {
    fc.assert(
      fc.property(fc.array(anyCondition, { maxLength: 4 }), (parts) => {
        expect(holds({ all: parts })).toBe(parts.every(holds));
        expect(holds({ any: parts })).toBe(parts.some(holds));
        expect(holds({ none: parts })).toBe(!parts.some(holds));
      }),
    );
  });
});
