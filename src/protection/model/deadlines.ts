import { addDays, addMonths, type Day, daysBetween } from './calendar.ts';
import {
  APPEAL_MONTHS,
  COMPLAINT_MONTHS,
  type laws,
  REMIND_DAYS,
  REVIEW_DAYS,
  REVIEW_MONTHS,
} from './law.ts';
import type { ReportKind, ReportState } from './report-states.ts';

export type Dated = {
  readonly state: ReportState;
  readonly kind: ReportKind;
  /** Days in the company's own time zone. */
  readonly publishedOn: Day;
  readonly visitedOn: Day | null;
  readonly openedOn: Day;
  readonly reportedOn: Day | null;
  readonly answeredOn: Day | null;
};

export type DeadlineKind = 'remind' | 'appeal' | 'complaint' | 'lapses';

export type Deadline = {
  readonly kind: DeadlineKind;
  readonly on: Day;
  /** Negative once it has passed. */
  readonly daysLeft: number;
  readonly law: keyof typeof laws;
};

const pursued: ReadonlySet<ReportKind> = new Set(['threat', 'defamation', 'extortion', 'insult']);

/** What must be done by when, the nearest first. `lapses` is no duty: from then on a review counts no more. */
export const deadlinesOf = (report: Dated, today: Day): readonly Deadline[] => {
  if (report.state === 'ended') return [];
  const found: Deadline[] = [];
  const say = (kind: DeadlineKind, on: Day, law: Deadline['law']) =>
    found.push({ kind, on, law, daysLeft: daysBetween(today, on) });
  if (report.state === 'reported' && report.reportedOn)
    say('remind', addDays(report.reportedOn, REMIND_DAYS), 'notice');
  if (report.state === 'refused' && report.answeredOn)
    say('appeal', addMonths(report.answeredOn, APPEAL_MONTHS), 'appeal');
  if (pursued.has(report.kind)) say('complaint', addMonths(report.openedOn, COMPLAINT_MONTHS), 'complaint');
  if (report.kind === 'false-review') say('lapses', addMonths(report.publishedOn, REVIEW_MONTHS), 'reviews');
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

export type ReviewFinding =
  | { readonly kind: 'in-time'; readonly days: number }
  /** Written when the law's days were over. */
  | { readonly kind: 'too-late'; readonly days: number; readonly lastDay: Day }
  /** Written before the visit that it speaks of. */
  | { readonly kind: 'before-visit'; readonly days: number }
  | { readonly kind: 'unknown-visit' };

/** Whether a review was written in the days that the law gives after the visit: day 30 is still in time. */
export const reviewFinding = (publishedOn: Day, visitedOn: Day | null): ReviewFinding => {
  if (visitedOn === null) return { kind: 'unknown-visit' };
  const days = daysBetween(visitedOn, publishedOn);
  if (days < 0) return { kind: 'before-visit', days };
  if (days <= REVIEW_DAYS) return { kind: 'in-time', days };
  return { kind: 'too-late', days, lastDay: addDays(visitedOn, REVIEW_DAYS) };
};
