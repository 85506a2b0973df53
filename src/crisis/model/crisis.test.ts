import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CrisisState, crisisStates, crisisSteps, stepFrom } from './crisis.ts';
import { statusPage } from './status-page.ts';

describe('the law of a crisis', () => {
  it('leads, whatever is asked, only to states that it names, and comes out of each that is not final by a person’s step', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('proposed' as const, 'declared' as const),
        fc.array(fc.constantFrom(...crisisSteps)),
        (from, steps) => {
          let state: CrisisState = from;
          for (const step of steps) {
            const next = stepFrom(state, step);
            if (!next) continue;
            expect(crisisStates).toContain(next);
            expect(next).not.toBe(state);
            state = next;
          }
          expect(crisisSteps.some((step) => stepFrom(state, step) !== undefined)).toBe(true);
        },
      ),
    );
  });

  it('is never on without somebody having declared or reopened it', () => {
    const leadingOn = crisisStates.flatMap((state) =>
      crisisSteps.filter((step) => stepFrom(state, step) === 'declared').map((step) => `${state} ${step}`),
    );
    expect(leadingOn).toEqual(['proposed declare', 'closed reopen', 'dismissed declare']);
  });
});

describe('the status page', () => {
  const at = new Date('2026-03-02T09:00:00Z');
  const page = (text: string, language: 'it' | 'en' = 'it') =>
    statusPage(
      {
        company: text,
        slug: 'cantina',
        isOn: true,
        since: at,
        until: null,
        timeZone: 'Europe/Rome',
        said: [{ italian: text, english: '', at }],
      },
      language,
    );

  it('lets no word become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [before, after] = [page('X'), page(text)];
        const tags = (html: string) => html.match(/<[a-z/!][^>]*>/gi)?.length;
        expect(tags(after)).toBe(tags(before));
      }),
    );
    expect(page('<script>alert(1)</script>')).not.toContain('<script');
  });

  it('says the time where the company is, and shows what is said in Italian alone to English readers too', () => {
    expect(page('Stiamo controllando.')).toContain('2 marzo 2026 alle ore 10:00');
    expect(page('Stiamo controllando.', 'en')).toContain('<p lang="it">Stiamo controllando.</p>');
  });
});
