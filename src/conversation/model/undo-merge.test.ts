import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Standing } from './arrangement.ts';
import { type Divisible, divide, partAgain, standingAgain } from './undo-merge.ts';

const said = (change: Partial<Divisible> & { nativeId: string }): Divisible => ({
  id: change.nativeId,
  connectionId: 'here',
  rootNativeId: null,
  parentNativeId: null,
  references: [],
  ...change,
});

const standing = (change: Partial<Standing> = {}): Standing => ({
  status: 'open',
  assigneeId: null,
  teamId: null,
  snoozedUntil: null,
  labelIds: [],
  followerIds: [],
  reads: [],
  ...change,
});

describe('dividing what had been joined', () => {
  it('keeps what was each one’s own, and sends what came since to what it answers', () => {
    const known = new Map([
      ['a', 'left'],
      ['b', 'right'],
    ]);
    const all = [
      said({ nativeId: 'a' }),
      said({ nativeId: 'b' }),
      said({ nativeId: 'c', parentNativeId: 'b', rootNativeId: 'a' }),
      said({ nativeId: 'd', parentNativeId: 'c' }),
      said({ nativeId: 'e', rootNativeId: 'a' }),
      said({ nativeId: 'f' }),
    ];
    const { sideOf, keys } = divide(known, all, 'left');
    expect(Object.fromEntries(sideOf)).toEqual({
      a: 'left',
      b: 'right',
      c: 'right',
      d: 'right',
      e: 'left',
      f: 'left',
    });
    expect(keys.filter(({ side }) => side === 'right').map(({ key }) => key)).toEqual(['b', 'c', 'd']);
  });

  it('gives every mention one side and its own id to the same side, whatever they point to', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const all = fc.uniqueArray(
      fc.record({
        nativeId: id,
        rootNativeId: fc.option(id),
        parentNativeId: fc.option(id),
        references: fc.array(id, { maxLength: 3 }),
      }),
      { selector: ({ nativeId }) => nativeId },
    );
    const sides = fc.dictionary(id, fc.constantFrom('left', 'right'));
    fc.assert(
      fc.property(all, sides, (mentions, before) => {
        const known = new Map(Object.entries(before));
        const { sideOf, keys } = divide(known, mentions.map(said), 'left');
        expect(sideOf.size).toBe(mentions.length);
        for (const [one, side] of known) if (sideOf.has(one)) expect(sideOf.get(one)).toBe(side);
        const owner = new Map(keys.map(({ key, side }) => [key, side]));
        for (const { nativeId } of mentions)
          if (known.has(nativeId)) expect(owner.get(nativeId)).toBe(sideOf.get(nativeId));
        expect(owner.size).toBe(keys.length);
      }),
    );
  });
});

describe('how they stand again', () => {
  const before = standing({ labelIds: ['wine'], reads: [{ personId: 'carla', readUntil: '1' }] });
  const after = standing({
    labelIds: ['wine', 'oil'],
    assigneeId: 'bruno',
    reads: [{ personId: 'carla', readUntil: '0' }],
  });

  it('is as before when nobody has touched them', () => {
    expect(standingAgain(before, after, after)).toEqual(before);
    const part = standing({ status: 'done', assigneeId: 'bruno', labelIds: ['oil'] });
    expect(partAgain(part, after, after)).toEqual(part);
  });

  it('keeps what somebody has done to them since', () => {
    const now = {
      ...after,
      status: 'done',
      assigneeId: 'anna',
      reads: [{ personId: 'carla', readUntil: '9' }],
    } as const;
    expect(standingAgain(before, after, now)).toEqual({ ...before, ...now, labelIds: ['wine'] });
    expect(partAgain(standing({ labelIds: ['oil'] }), after, now)).toMatchObject({
      status: 'done',
      assigneeId: 'anna',
      labelIds: ['oil'],
      reads: [{ personId: 'carla', readUntil: '9' }],
    });
  });
});
