import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credibilityOf, type PostAnswers, reactionIndex } from './credibility.ts';
import { type MiddleFacts, middleScores } from './middle-score.ts';
import { percentilesOf } from './percentiles.ts';
import { reachBandOf } from './reach-band.ts';
import { reachExponent } from './reach-exponent.ts';
import { relevanceOf } from './relevance.ts';
import { responsivenessOf } from './responsiveness.ts';
import { sayFigure, withArticle } from './spoken-figures.ts';

const answered = (
  people: number,
  facts: { ageDays?: number; isOutside?: boolean; overlap?: number } = {},
) => ({
  ageDays: facts.ageDays ?? 0,
  answerers: Array.from({ length: people }, () => ({
    isOutside: facts.isOutside ?? true,
    overlap: facts.overlap ?? 0,
  })),
});
const judge = (posts: readonly PostAnswers[], answersRank: number | null = null) =>
  credibilityOf({ posts, answersRank });

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyPosts = fc.array(
  fc.record({
    ageDays: fc.integer({ min: -9, max: 4_000 }),
    answerers: fc.array(fc.record({ isOutside: fc.boolean(), overlap: share }), { maxLength: 12 }),
  }),
  { maxLength: 20 },
);

describe('credibility', () => {
  it('rests on how many people outside answer how many posts', () => {
    const posts = [6, 5, 4, 4, 1, 0].map((people) => answered(people));
    const { evidence, says } = judge(posts);
    expect(evidence).toMatchObject({ h: 4, posts: 6, answered: 5 });
    expect(says.it).toBe(
      'Altre persone hanno risposto a 5 su 6 delle cose che ha scritto; 4 hanno avuto risposta da almeno 4 persone diverse.',
    );
  });

  it('is the h-index of counts, whole or not', () => {
    expect([
      reactionIndex([]),
      reactionIndex([9]),
      reactionIndex([0.4, 0.4]),
      reactionIndex([3, 2.5, 1]),
    ]).toEqual([0, 1, 0.4, 2]);
  });

  it('grows with answers, and less with those of one’s own company, of tight rings, and of years ago', () => {
    const fair = judge([5, 5, 5, 5, 5].map((people) => answered(people))).value;
    for (const facts of [{ isOutside: false }, { overlap: 0.8 }, { ageDays: 900 }])
      expect(judge([5, 5, 5, 5, 5].map((people) => answered(people, facts))).value).toBeLessThan(fair);
    expect(judge([answered(9)]).value).toBeLessThan(fair);
    expect(
      judge(
        [5, 5, 5, 5, 5].map((people) => answered(people)),
        0.95,
      ).value,
    ).toBeGreaterThan(fair);
  });

  it('is between zero and one, and more answers never lower it', () => {
    fc.assert(
      fc.property(anyPosts, fc.option(share), fc.nat(19), (posts, rank, place) => {
        const { value, says } = judge(posts, rank);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(says.it + says.en).not.toMatch(/NaN|undefined|null/);
        const one = { isOutside: true, overlap: 0 };
        const more = posts.map((post, index) =>
          index === place ? { ...post, answerers: [...post.answerers, one] } : post,
        );
        expect(judge(more, rank).value).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });
});

describe('relevance', () => {
  const posts = (onTopic: number, all: number, ageDays = 0) =>
    Array.from({ length: all }, (_, index) => ({ ageDays, isOnTopic: index < onTopic }));

  it('is how much of what they say is of the field, in the field’s words', () => {
    const { says, value } = relevanceOf({
      posts: posts(7, 12),
      nearness: { value: 0.5, found: ['lievito', 'farina'] },
    });
    expect(says.it).toBe(
      'Parla di ciò che ci interessa in 7 delle 12 cose lette, con parole come «lievito» e «farina».',
    );
    expect(value).toBeGreaterThan(0.4);
  });

  it('does not take one post for a passion, nor old ones for present ones', () => {
    const of = (some: ReturnType<typeof posts>) =>
      relevanceOf({ posts: some, nearness: { value: 0, found: [] } }).value;
    expect(of(posts(1, 1))).toBeLessThan(of(posts(9, 10)));
    const now = [...posts(5, 5), ...posts(0, 5, 1_000)];
    const before = [...posts(0, 5), ...posts(5, 5, 1_000)];
    expect(of(now)).toBeGreaterThan(of(before));
  });
});

describe('responsiveness', () => {
  it('is the share of our words that were answered, careful with few', () => {
    const of = (asked: number, answers: number) =>
      responsivenessOf({ asked, answered: answers, medianHours: answers > 0 ? 3 : null });
    expect(of(5, 4).says.it).toBe('Ci ha risposto 4 volte su 5, di solito entro 3 ore.');
    expect(of(0, 0)).toMatchObject({
      value: 0.3,
      says: { it: 'Non abbiamo ancora scritto: non sappiamo se risponde.' },
    });
    expect(of(1, 1).value).toBeLessThan(of(20, 18).value);
    expect(of(20, 0).value).toBeLessThan(0.1);
  });
});

describe('reach', () => {
  it('is in the middle between the 60th and the 97th percentile, and unknown where the channel is silent', () => {
    const of = (percentile: number | null) =>
      reachBandOf({ audience: percentile === null ? null : 1_250, percentile });
    expect([0.6, 0.8, 0.97].map((place) => of(place).evidence.inBand)).toEqual([true, true, true]);
    expect([0.3, 0.99].map((place) => of(place).evidence.inBand)).toEqual([false, false]);
    expect(of(0.3).value).toBeCloseTo(0.5);
    expect(of(null)).toMatchObject({ value: 0.5, evidence: { inBand: null } });
    expect(of(0.8).says.it).toContain(
      'Ha un pubblico di 1250 persone, più grande di quello dell’80% di chi ne parla',
    );
  });

  it('grows with the audience as the field’s own conversations say', () => {
    const cascades = (exponent: number) =>
      Array.from({ length: 300 }, (_, index) => {
        const audience = 10 + index * 20;
        return { audience, reached: 0.02 * audience ** exponent };
      });
    expect(reachExponent(cascades(0.4))).toBeCloseTo(-0.6, 1);
    expect(reachExponent(cascades(1.3))).toBeCloseTo(0.3, 1);
  });

  it('says nothing from little, and is near proportion from little more', () => {
    expect(reachExponent([{ audience: 10, reached: 3 }])).toBeNull();
    const same = Array.from({ length: 50 }, () => ({ audience: 10, reached: 3 }));
    expect(reachExponent(same)).toBeNull();
    fc.assert(
      fc.property(
        fc.array(fc.record({ audience: fc.integer({ min: 0, max: 1e9 }), reached: fc.nat(1e6) }), {
          minLength: 30,
          maxLength: 60,
        }),
        (cascades) => {
          expect(Math.abs(reachExponent(cascades) ?? 0)).toBeLessThan(20);
        },
      ),
    );
  });
});

describe('percentiles', () => {
  it('have a mean of one half, put equals together, and what is not known in the middle', () => {
    expect(percentilesOf([1, 2, 2, 3])).toEqual([0.125, 0.5, 0.5, 0.875]);
    expect(percentilesOf([null, 5, Number.NaN])).toEqual([0.5, 0.5, 0.5]);
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const places = percentilesOf(values);
        expect(places.reduce((sum, place) => sum + place, 0) / places.length).toBeCloseTo(0.5, 9);
      }),
    );
  });
});

describe('the middle score', () => {
  const person = (facts: Partial<MiddleFacts> = {}): MiddleFacts => ({
    credibility: 0.5,
    relevance: 0.5,
    responsiveness: 0.5,
    bridge: 0.5,
    inBand: true,
    consent: 'unknown',
    ...facts,
  });

  it('is nothing outside the band or for whoever wants to be left out, and they do not weigh on the others', () => {
    const [out, quiet, objected, one] = middleScores([
      person({ inBand: false, credibility: 1 }),
      person({ consent: 'quiet' }),
      person({ consent: 'objected' }),
      person({ inBand: null }),
    ]);
    expect([out?.value, quiet?.value, objected?.value]).toEqual([0, 0, 0]);
    expect(one?.value).toBeCloseTo(0.5);
    expect(quiet?.says.it).toBe('Ha chiesto di restare fuori da questi conti.');
  });

  it('asks for everything together: one weakness is not bought off by one strength', () => {
    const crowd = Array.from({ length: 99 }, (_, index) =>
      person({ credibility: index / 99, relevance: (98 - index) / 99, bridge: ((index * 37) % 99) / 99 }),
    );
    const [even, uneven] = middleScores([
      person({ credibility: 0.6, relevance: 0.6 }),
      person({ credibility: 1, relevance: 0 }),
      ...crowd,
    ]);
    expect(even?.value).toBeGreaterThan(uneven?.value ?? 1);
  });

  it('stays between zero and one, and rises with each part', () => {
    const anyPerson = fc.record({
      credibility: fc.option(share),
      relevance: fc.option(share),
      responsiveness: fc.option(share),
      bridge: fc.option(share),
      inBand: fc.constantFrom(true, false, null),
      consent: fc.constantFrom('unknown' as const, 'agreed' as const, 'quiet' as const, 'objected' as const),
    });
    fc.assert(
      fc.property(fc.array(anyPerson), (people) => {
        const best = person({ credibility: 2, relevance: 2, responsiveness: 2, bridge: 2 });
        const scores = middleScores([best, ...people]);
        const first = scores[0]?.value ?? 0;
        for (const { value, says } of scores) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(first);
          expect(says.it + says.en).not.toMatch(/NaN|undefined|null/);
        }
      }),
    );
  });
});

describe('figures in words', () => {
  it('are written as each language writes them', () => {
    expect([999, 1_250, 12_500, 1_234_567].map((value) => sayFigure(value))).toEqual([
      { it: '999', en: '999' },
      { it: '1250', en: '1,250' },
      { it: '12.500', en: '12,500' },
      { it: '1.234.567', en: '1,234,567' },
    ]);
  });

  it('have the article that Italian wants', () => {
    expect([0, 1, 8, 11, 40, 82].map((percent) => withArticle('del', percent))).toEqual([
      'dello 0%',
      'dell’1%',
      'dell’8%',
      'dell’11%',
      'del 40%',
      'dell’82%',
    ]);
  });
});
