import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessGravity, type GravityFacts } from './gravity.ts';

const facts = (change: Partial<GravityFacts>): GravityFacts => ({
  text: 'La bottiglia è arrivata tardi',
  polarityScore: -0.4,
  urgency: 0.1,
  isPublic: false,
  people: 1,
  similarCases: 0,
  ...change,
});

describe('the gravity of a complaint', () => {
  it('is a nuisance when nothing makes it more', () => {
    expect(assessGravity(facts({}))).toEqual({ gravity: 1, reasons: [] });
  });

  it('is highest when somebody could be hurt, whatever else is said, and tells why', () => {
    const { gravity, reasons } = assessGravity(facts({ text: 'C’erano PEZZI DI VETRO nel barattolo' }));
    expect(gravity).toBe(4);
    expect(reasons[0]).toEqual({ rule: 'safety', weight: 4, because: 'pezzi di vetro' });
  });

  it.each([
    ['avete dato i miei dati a un altro', 3],
    ['vi scriverà il mio avvocato', 3],
    ['my daughter is allergic to nuts and it was not on the label', 4],
  ])('of «%s» is %i', (text, gravity) => {
    expect(assessGravity(facts({ text })).gravity).toBe(gravity);
  });

  it('grows with people, publicity and repetition, and never shrinks by them', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(6), fc.boolean(), (people, similarCases, isPublic) => {
        const less = assessGravity(facts({ people, similarCases })).gravity;
        const more = assessGravity(
          facts({ people: people + 10, similarCases: similarCases + 3, isPublic }),
        ).gravity;
        expect(more).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});
