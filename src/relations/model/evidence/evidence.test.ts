import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameProfile, meLinks } from './me-links.ts';
import { pictureHash } from './picture-hash.ts';

describe('links of a profile', () => {
  it('are those that say rel="me", absolute and once each', () => {
    const html = `<link rel="me" href="https://vigna.example/@anna"><a rel="nofollow ME noopener" href="/chi-sono#qui">io</a>
      <a href="https://altro.example/">altro</a><a rel="me" href="/chi-sono">ancora</a><a rel="me" href="javascript:alert(1)">no</a>`;
    expect(meLinks(html, 'https://anna.example/')).toEqual([
      'https://vigna.example/@anna',
      'https://anna.example/chi-sono',
    ]);
  });

  it('are few, whatever the page', () => {
    const many = Array.from({ length: 500 }, (_, at) => `<a rel="me" href="/${at}">`).join('');
    expect(meLinks(many, 'https://anna.example/')).toHaveLength(20);
    fc.assert(
      fc.property(fc.string(), (html) => {
        for (const link of meLinks(html, 'https://anna.example/')) expect(link).toMatch(/^https?:/);
      }),
      { numRuns: 30 },
    );
  });

  it('are of one profile however they are written', () => {
    expect(isSameProfile('https://Anna.example', 'http://www.anna.example/')).toBe(true);
    expect(isSameProfile('https://anna.example/a', 'https://anna.example/b')).toBe(false);
  });
});

describe('the hash of a picture', () => {
  const picture = fc.uint8Array({ minLength: 72, maxLength: 72 });

  it('does not change with how light the whole is', () => {
    fc.assert(
      fc.property(picture, fc.integer({ min: 1, max: 40 }), (grey, more) => {
        const dark = grey.map((value) => Math.floor(value / 2));
        expect(pictureHash(dark.map((value) => value + more))).toBe(pictureHash(dark));
      }),
    );
  });

  it('is none for a plain picture', () => {
    expect(pictureHash(new Uint8Array(72).fill(200))).toBeNull();
    expect(pictureHash(Uint8Array.from({ length: 72 }, (_, at) => at % 9))).toBeNull();
  });
});
