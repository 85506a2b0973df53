import { type Criterion, criteria } from './attempt.ts';
import { gradeAnswer } from './grade.ts';
import type { LabelledAnswer } from './labelled-answers.fixture.ts';

export type Agreement = {
  readonly criterion: Criterion | 'all';
  /** How often a person says that something is missed. */
  readonly labelled: number;
  /** Of what the grader calls missed, how much a person does. */
  readonly precision: number;
  /** Of what a person calls missed, how much the grader does. */
  readonly recall: number;
};

type Disagreement = {
  readonly text: string;
  readonly criterion: Criterion;
  readonly by: 'person' | 'grader';
};

/** Grades labelled answers as the screen would, and compares what is called missed, criterion by criterion. */
export const measureGrader = (answers: readonly LabelledAnswer[]) => {
  const graded = answers.map((labelled) => ({
    labelled,
    missed: gradeAnswer({ ...labelled, longest: 1_000, name: 'Marta', done: [] })
      .filter(({ verdict }) => verdict === 'missed')
      .map(({ criterion }) => criterion),
  }));
  const disagreements: Disagreement[] = graded.flatMap(({ labelled, missed }) => [
    ...missed
      .filter((criterion) => !labelled.missed.includes(criterion))
      .map((criterion) => ({ text: labelled.text, criterion, by: 'grader' as const })),
    ...labelled.missed
      .filter((criterion) => !missed.includes(criterion))
      .map((criterion) => ({ text: labelled.text, criterion, by: 'person' as const })),
  ]);
  const agreementOn = (chosen: readonly Criterion[], name: Agreement['criterion']): Agreement => {
    const count = (isMeant: (by: boolean, grader: boolean) => boolean) =>
      graded.reduce(
        (sum, { labelled, missed }) =>
          sum +
          chosen.filter((criterion) =>
            isMeant(labelled.missed.includes(criterion), missed.includes(criterion)),
          ).length,
        0,
      );
    const both = count((person, grader) => person && grader);
    const byGrader = count((_, grader) => grader);
    const byPerson = count((person) => person);
    return {
      criterion: name,
      labelled: byPerson,
      precision: byGrader === 0 ? 1 : both / byGrader,
      recall: byPerson === 0 ? 1 : both / byPerson,
    };
  };
  return {
    all: agreementOn(criteria, 'all'),
    each: criteria.map((criterion) => agreementOn([criterion], criterion)),
    disagreements,
  };
};
