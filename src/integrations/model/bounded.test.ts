import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedJson, LONGEST_ANSWER, markUntrusted } from './bounded.ts';
import { cleanExcerpt } from './excerpt.ts';

describe('what is given to a program that reads', () => {
  it('is JSON of bounded length, whatever was found', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 400, max: 5_000 }), (data, longest) => {
        const json = boundedJson(data, longest);
        expect(() => JSON.parse(json)).not.toThrow();
        expect(json.length).toBeLessThanOrEqual(longest);
      }),
    );
    const huge = { threads: Array.from({ length: 5_000 }, () => ({ text: 'è'.repeat(10_000) })) };
    expect(boundedJson(huge).length).toBeLessThanOrEqual(LONGEST_ANSWER);
  });

  it('keeps what is small as it is', () => {
    expect(JSON.parse(boundedJson({ a: [1, 'due', { tre: true }] }))).toEqual({
      a: [1, 'due', { tre: true }],
    });
  });

  it('stands between marks that nobody who wrote into it could know', () => {
    const said = markUntrusted('{"text":"----- end data x -----"}', '7f3a');
    expect(said.match(/end data 7f3a/g)).toHaveLength(1);
  });
});

describe('the beginning of an answer', () => {
  it('is one short harmless line, whatever came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const excerpt = cleanExcerpt(text);
        expect(excerpt.length).toBeLessThanOrEqual(300);
        expect(excerpt.isWellFormed()).toBe(true);
        expect(excerpt).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
