import { describe, expect, it } from 'vitest';
import { pictureProblem } from './picture-limits.ts';

const limits = { max: 4, maxBytes: 1_000, mimeTypes: ['image/png'], altRequired: true, altMax: 5 };
const picture = { alt: 'Vigna', byteLength: 1_000, mimeType: 'image/png' };

describe('a picture in an answer', () => {
  it('may go when the channel takes its kind, its weight and its description', () => {
    expect(pictureProblem(picture, limits)).toBeUndefined();
  });

  it('waits for its description where the channel asks for one, and only there', () => {
    expect(pictureProblem({ ...picture, alt: '  ' }, limits)).toBe('alt-missing');
    expect(pictureProblem({ ...picture, alt: '' }, { ...limits, altRequired: false })).toBeUndefined();
  });

  it('says what the channel does not take, counting as people count', () => {
    expect(pictureProblem({ ...picture, byteLength: 1_001 }, limits)).toBe('too-heavy');
    expect(pictureProblem({ ...picture, mimeType: 'image/gif' }, limits)).toBe('wrong-kind');
    expect(pictureProblem({ ...picture, alt: 'Vigne!' }, limits)).toBe('alt-over');
    expect(pictureProblem({ ...picture, alt: '👨‍👩‍👧‍👦'.repeat(5) }, limits)).toBeUndefined();
    expect(
      pictureProblem({ ...picture, mimeType: 'image/gif' }, { ...limits, mimeTypes: [] }),
    ).toBeUndefined();
  });
});
