import type { ReportState } from './report-states.ts';

export type CountedReport = {
  readonly state: ReportState;
  readonly outcome: 'removed' | 'refused' | 'no-answer' | null;
  readonly reportedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly wasEscalated: boolean;
};

export type ReportFigures = {
  readonly collected: number;
  readonly reported: number;
  readonly removed: number;
  readonly refused: number;
  readonly noAnswer: number;
  readonly escalated: number;
  /** Median days from the report to the platform's answer; null when none has answered. */
  readonly daysToAnswer: number | null;
};

/** What reporting brought. Each report counts once in each line. */
export const reportFigures = (reports: readonly CountedReport[]): ReportFigures => {
  const count = (holds: (one: CountedReport) => boolean) => reports.filter(holds).length;
  const days = reports
    .flatMap(({ reportedAt, answeredAt }) =>
      reportedAt && answeredAt && answeredAt >= reportedAt
        ? [(answeredAt.getTime() - reportedAt.getTime()) / 86_400_000]
        : [],
    )
    .sort((a, b) => a - b);
  return {
    collected: reports.length,
    reported: count(({ reportedAt }) => reportedAt !== null),
    removed: count(({ outcome }) => outcome === 'removed'),
    refused: count(({ outcome }) => outcome === 'refused'),
    noAnswer: count(({ outcome }) => outcome === 'no-answer'),
    escalated: count(({ wasEscalated }) => wasEscalated),
    daysToAnswer: medianOf(days),
  };
};

const medianOf = (sorted: readonly number[]): number | null => {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10;
};
