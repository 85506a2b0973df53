import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicRegisterView } from '../actions/read-register.ts';
import { registerBadge } from './badge.ts';
import { registerFeed } from './feed.ts';
import { registerPage, registerWidget } from './page.ts';

const asked = { language: 'it', baseUrl: 'https://cantina.example' } as const;

/** A register with as much as it can hold. */
const fullView = (text: (length: number) => string, company = 'Cantina'): PublicRegisterView => ({
  company,
  slug: 'cantina',
  intro: { it: text(400), en: text(400) },
  updatedAt: '2026-11-22T10:00:00.000Z',
  figures: {
    since: '2024-01-02',
    complaints: 480,
    answered: 470,
    solved: 440,
    endings: { confirmed: 200, resolved: 240, closed: 10, unfounded: 9, handedOver: 11, open: 10 },
    answerHours: { median: 3.2, p90: 30 },
    solveHours: { median: 50, p90: 400 },
    months: Array.from({ length: 36 }, (_, at) => ({
      month: `${2024 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}`,
      complaints: 13,
      answered: 12,
      solved: 11,
      omitted: 1,
    })),
    omitted: { byMistake: 30, joined: 6 },
  },
  improvements: Array.from({ length: 12 }, () => ({
    it: text(400),
    en: text(400),
    doneOn: '2026-05-04',
    effect: {
      verdict: 'fewer' as const,
      days: 90,
      before: { complaints: 20, heard: 900 },
      after: { complaints: 4, heard: 950 },
    },
  })),
  stories: Array.from({ length: 20 }, () => ({
    it: text(1_500),
    en: text(1_500),
    toldIn: '2026-08',
    basis: 'nobody-named' as const,
  })),
  storiesWithdrawn: { byPerson: 2, mistaken: 1 },
  signed: { day: '2026-11-22', digest: 'a'.repeat(64), publicKey: 'b'.repeat(60) },
});

describe('the page of a register', () => {
  it('stays under 15 kB however much there is to tell', () => {
    const page = registerPage(
      fullView((length) => 'perché così è andata, e l’abbiamo cambiato '.repeat(40).slice(0, length)),
      asked,
    );
    expect(Buffer.byteLength(page)).toBeLessThan(15_000);
  });

  it('lets no text become markup, in any of its forms', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<script>x</script>',
        '</style><img src=x onerror=x>',
        '"><svg/onload=x>',
        ']]>',
        '&#60;b&#62;',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (text, company) => {
        const view = fullView((length) => text.slice(0, length), company);
        const quiet = fullView((length) => 'x'.slice(0, length), 'y');
        const tags = (markup: string) => markup.match(/<[^>]*/g)?.map((tag) => tag.split(/[\s>]/)[0]);
        for (const draw of [
          (one: PublicRegisterView) => registerPage(one, asked),
          (one: PublicRegisterView) => registerWidget(one, asked),
          (one: PublicRegisterView) => registerFeed(one, asked),
          (one: PublicRegisterView) => registerBadge(one, 'it'),
        ]) {
          const intro = text === '' ? { it: '', en: '' } : view.intro;
          const calm = text === '' ? { ...quiet, intro } : quiet;
          expect(tags(draw(view))).toEqual(tags(draw(calm)));
        }
      }),
      { numRuns: 40 },
    );
  });
});
