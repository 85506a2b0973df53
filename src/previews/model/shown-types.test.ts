import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundTypeOf } from './shown-types.ts';

describe('what may be heard from our own address', () => {
  it('is a sound by any of its names', () => {
    expect(['audio/mpeg; charset=utf-8', 'AUDIO/MP3', 'audio/x-m4a'].map(soundTypeOf)).toEqual([
      'audio/mpeg',
      'audio/mpeg',
      'audio/mp4',
    ]);
  });

  it('is nothing that a browser could run or show as a page', () => {
    for (const type of ['text/html', 'image/svg+xml', 'application/pdf', 'audio/mpeg, text/html', '', null])
      expect(soundTypeOf(type)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (type) => {
        expect(soundTypeOf(type) ?? 'audio/').toMatch(/^audio\//);
      }),
    );
  });
});
