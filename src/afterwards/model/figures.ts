import { type Share, shareOf } from '../../care/engine.ts';
import { isBad, isGood, type PassReason, type Question, type Scale } from './asking.ts';

/** How many questions of a kind had the same answer: what the database counts. */
export type Counted = {
  readonly question: Question;
  readonly scale: Scale;
  readonly teamId: string | null;
  readonly isAnswered: boolean;
  readonly score: number | null;
  readonly count: number;
};

/** Why somebody was not asked: by a rule, by one of ours, or because the proposal was left lying. */
export type NotAsked = PassReason | 'by-hand' | 'not-sent';

export type QuestionFigures = {
  readonly question: Question;
  readonly asked: number;
  readonly answered: Share;
  /** Of the answers that could be read. */
  readonly good: Share;
  readonly bad: Share;
  /** Answered in words that could not be read as a choice. */
  readonly inWords: number;
  /** How many chose what, the worst first, by scale. */
  readonly choices: readonly { readonly scale: Scale; readonly counts: readonly number[] }[];
};

export type AskingFigures = {
  readonly questions: readonly QuestionFigures[];
  /** Teams with enough answers that no single person shows. */
  readonly teams: readonly { readonly teamId: string; readonly answered: Share; readonly good: Share }[];
  readonly passedOver: Readonly<Partial<Record<NotAsked, number>>>;
};

/** Under so many answers a team is not shown by itself. */
export const FEWEST_OF_TEAM = 5;

/** What came back, each share with its 95 % interval. Nobody of ours is named: a team is the smallest unit. */
export const figuresOf = (
  rows: readonly Counted[],
  passedOver: AskingFigures['passedOver'],
): AskingFigures => ({
  questions: (['how', 'solved'] as const)
    .map((question) =>
      ofQuestion(
        question,
        rows.filter((row) => row.question === question),
      ),
    )
    .filter(({ asked }) => asked > 0),
  teams: [...Map.groupBy(rows, ({ teamId }) => teamId)]
    .flatMap(([teamId, group]) => (teamId === null ? [] : [{ teamId, ...sharesOf(group) }]))
    .filter(({ answered }) => answered.count >= FEWEST_OF_TEAM)
    .map(({ teamId, answered, good }) => ({ teamId, answered, good })),
  passedOver,
});

const ofQuestion = (question: Question, rows: readonly Counted[]): QuestionFigures => {
  const { answered, good, bad } = sharesOf(rows);
  const scales = ([3, 5] as const).filter((scale) =>
    rows.some((row) => row.scale === scale && row.score !== null),
  );
  return {
    question,
    asked: answered.of,
    answered,
    good,
    bad,
    inWords: answered.count - good.of,
    choices: scales.map((scale) => ({
      scale,
      counts: Array.from({ length: scale }, (_, index) =>
        sum(rows, (row) => row.scale === scale && row.score === index + 1),
      ),
    })),
  };
};

const sharesOf = (rows: readonly Counted[]) => {
  const read = sum(rows, ({ score }) => score !== null);
  return {
    answered: shareOf(
      sum(rows, ({ isAnswered }) => isAnswered),
      sum(rows, () => true),
    ),
    good: shareOf(
      sum(rows, ({ score, scale }) => score !== null && isGood(score, scale)),
      read,
    ),
    bad: shareOf(
      sum(rows, ({ score, scale }) => score !== null && isBad(score, scale)),
      read,
    ),
  };
};

const sum = (rows: readonly Counted[], isMeant: (row: Counted) => boolean): number =>
  rows.filter(isMeant).reduce((total, { count }) => total + count, 0);
