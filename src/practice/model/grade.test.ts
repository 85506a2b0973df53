import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteria } from './attempt.ts';
import { gradeAnswer, qualityOf } from './grade.ts';
import { labelledAnswers } from './labelled-answers.fixture.ts';
import { measureGrader } from './measure-grader.ts';
import { isPublicPlace, longestIn } from './scenario.ts';
import { findScenario, scenarios } from './scenarios.ts';

describe('the grader', () => {
  it('agrees with a person about invented answers as well as the table in bench/README says', () => {
    const { all, disagreements } = measureGrader(labelledAnswers);
    expect(labelledAnswers.length).toBeGreaterThanOrEqual(60);
    expect(disagreements.length).toBeLessThanOrEqual(6);
    expect(all.precision).toBeGreaterThan(0.93);
    expect(all.recall).toBeGreaterThan(0.93);
  });

  it('points into the answer, says each thing once, and never fails, whatever is written', () => {
    const place = fc.constantFrom('answer', 'follow', 'outcome') as fc.Arbitrary<
      'answer' | 'follow' | 'outcome'
    >;
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        place,
        fc.boolean(),
        (text, kind, isPublic) => {
          const marks = gradeAnswer({
            text,
            kind,
            isPublic,
            language: 'it',
            said: 'Due bottiglie rotte',
            register: 'lei',
            needsPrivate: true,
            longest: 500,
            name: 'Marta',
            done: [],
          });
          expect(new Set(marks.map(({ criterion }) => criterion)).size).toBe(marks.length);
          for (const { start, end } of marks) {
            expect(start >= 0 && start <= end && end <= text.length).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes time in proportion to the text', () => {
    const long = 'mi dispiace se se entro entro il il colpa del del '.repeat(200);
    const marks = gradeAnswer({
      text: long,
      kind: 'answer',
      isPublic: true,
      language: 'it',
      said: '',
      register: 'lei',
      needsPrivate: true,
      longest: 500,
      name: 'Marta',
      done: [],
    });
    expect(marks.find(({ criterion }) => criterion === 'length')?.verdict).toBe('missed');
  });

  it('does not call good what misses three manners at once', () => {
    expect(qualityOf(['tone', 'register', 'length'])).toBe('partial');
  });

  it('calls an answer good only when it does no harm and leaves out one thing at most', () => {
    fc.assert(
      fc.property(fc.subarray([...criteria]), (missed) => {
        const quality = qualityOf(missed);
        if (missed.includes('not-in-kind')) expect(quality).toBe('harmful');
        if (missed.length === 0) expect(quality).toBe('good');
        if (quality === 'good') expect(missed.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('the scenarios', () => {
  it('are at least twenty-four, of every kind of company and place, each with a name of its own', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(24);
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    expect(new Set(scenarios.map(({ sector }) => sector)).size).toBe(7);
    expect(new Set(scenarios.map(({ place }) => place)).size).toBe(5);
    expect(new Set(scenarios.map(({ gravity }) => gravity)).size).toBe(4);
    expect(findScenario('broken-bottles')?.sector).toBe('winery');
  });

  it.each(
    scenarios.flatMap((scenario) => (['it', 'en'] as const).map((language) => ({ language, ...scenario }))),
  )(
    '$id has a model answer in $language that misses nothing by its own rules',
    ({ language, model, said, place, register, needsPrivate }) => {
      const marks = gradeAnswer({
        text: model[language],
        language,
        kind: 'answer',
        said: said[language],
        register,
        isPublic: isPublicPlace(place),
        needsPrivate,
        longest: longestIn[place],
        name: 'Nessuno',
        done: [],
      });
      expect(marks.filter(({ verdict }) => verdict === 'missed')).toEqual([]);
    },
  );
});
