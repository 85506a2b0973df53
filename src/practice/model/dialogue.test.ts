import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playDialogue } from './dialogue.ts';
import type { Scenario } from './scenario.ts';
import { findScenario, scenarios } from './scenarios.ts';

const as = { language: 'it', name: 'Marta' } as const;
const bottles = findScenario('broken-bottles') as Scenario;
const heating = findScenario('boiler') as Scenario;
const follow = 'Capisco, sabato è vicino: Le porto io le bottiglie domani pomeriggio, di persona.\n\nMarta';
const outcome =
  'Le bottiglie sono arrivate intere, e da oggi il cartone è doppio. Grazie per avercelo detto.\n\nMarta';

describe('a practice conversation', () => {
  it('goes from public to private and back with the outcome, when it is answered well', () => {
    const first = playDialogue(bottles, [bottles.model.it], as);
    expect(first.next).toMatchObject({ kind: 'follow', said: bottles.twist, isPublic: false });
    const second = playDialogue(bottles, [bottles.model.it, follow], as);
    expect(second.next).toMatchObject({ kind: 'outcome', isPublic: true });
    const third = playDialogue(bottles, [bottles.model.it, follow, outcome], as);
    expect(third).toMatchObject({ next: null, ending: 'reconciled' });
  });

  it('in private ends with the second good answer', () => {
    const text =
      'Capisco: mando il tecnico stasera alle 19, quando è a casa Lei, e La chiamo prima.\n\nMarta';
    expect(playDialogue(heating, [heating.model.it, text], as)).toMatchObject({
      next: null,
      ending: 'reconciled',
    });
  });

  it('asks for what was left out', () => {
    const { next } = playDialogue(
      heating,
      ['Mi dispiace moltissimo, signora: capisco quanto sia pesante.\n\nMarta'],
      as,
    );
    expect(next?.said.it).toContain('che cosa fate');
  });

  it('grows angry at an insult, and ends badly if it goes on', () => {
    const insult = 'Lei è ridicola, si faccia una vita e vada pure altrove, se non Le va bene.';
    expect(playDialogue(heating, [insult], as).next?.said.it).toContain('insulta');
    expect(playDialogue(heating, [insult, insult, insult], as).ending).toBe('worse');
  });

  it('always ends within three turns, and comes to the same from the same texts', () => {
    const anyText = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.constantFrom(bottles.model.it, follow, outcome, 'Mi dispiace.', 'Colpa del corriere.'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.array(anyText, { minLength: 3, maxLength: 5 }),
        (scenario, texts) => {
          const dialogue = playDialogue(scenario, texts, as);
          expect(dialogue.turns.length).toBeLessThanOrEqual(3);
          expect(dialogue.ending).not.toBeNull();
          expect(playDialogue(scenario, texts, as)).toEqual(dialogue);
        },
      ),
      { numRuns: 40 },
    );
  });
});
