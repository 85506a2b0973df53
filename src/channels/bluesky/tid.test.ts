import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidOf } from './tid.ts';

/** https://atproto.com/specs/tid */
const tid = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;

describe('the place of a post', () => {
  it('is a TID, and the same for the same sending', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uuid({ version: 7 })), (opKey) => {
        expect(tidOf(opKey)).toMatch(tid);
        expect(tidOf(opKey)).toBe(tidOf(opKey));
      }),
    );
  });

  it('is another for another sending', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 20 }), (keys) => {
        expect(new Set(keys.map(tidOf)).size).toBe(keys.length);
      }),
    );
  });

  it('sorts by the instant that a UUIDv7 carries', () => {
    const earlier = tidOf('019ab000-0000-7000-8000-000000000000');
    const later = tidOf('019ab000-0001-7000-8000-000000000000');
    expect(earlier < later).toBe(true);
  });
});
