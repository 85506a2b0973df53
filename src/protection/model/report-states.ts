/** Where a report of something illicit stands. */
export const reportStates = [
  'collected',
  'reported',
  'removed',
  'refused',
  'no-answer',
  'escalated',
  'ended',
] as const;
export type ReportState = (typeof reportStates)[number];

/** What moves a report on. `hear-nothing`: the platform has been given its time, and said nothing. */
export const reportSteps = [
  'report',
  'hear-removed',
  'hear-refused',
  'hear-nothing',
  'escalate',
  'end',
  'reopen',
] as const;
export type ReportStep = (typeof reportSteps)[number];

/**
 * The whole path, as data: from each state, which steps there are and where they lead. Something dangerous is escalated at once,
 * whatever the platform does; what was removed can come back, and is reported again.
 */
export const reportTransitions = {
  collected: { report: 'reported', escalate: 'escalated', end: 'ended' },
  reported: {
    'hear-removed': 'removed',
    'hear-refused': 'refused',
    'hear-nothing': 'no-answer',
    escalate: 'escalated',
    end: 'ended',
  },
  removed: { report: 'reported', escalate: 'escalated', end: 'ended' },
  refused: { report: 'reported', escalate: 'escalated', end: 'ended' },
  'no-answer': {
    report: 'reported',
    'hear-removed': 'removed',
    'hear-refused': 'refused',
    escalate: 'escalated',
    end: 'ended',
  },
  escalated: {
    report: 'reported',
    'hear-removed': 'removed',
    'hear-refused': 'refused',
    escalate: 'escalated',
    end: 'ended',
  },
  ended: { reopen: 'collected' },
} as const satisfies Readonly<Record<ReportState, Readonly<Partial<Record<ReportStep, ReportState>>>>>;

export const afterReportStep = (state: ReportState, step: ReportStep): ReportState | undefined =>
  (reportTransitions[state] as Readonly<Partial<Record<ReportStep, ReportState>>>)[step];

export const reportStepsFrom = (state: ReportState): readonly ReportStep[] =>
  Object.keys(reportTransitions[state]) as ReportStep[];

/** To whom one turns when the platform is not enough, or must not be waited for. */
export const escalations = ['trusted-flagger', 'dispute-body', 'agcom', 'lawyer', 'police'] as const;
export type Escalation = (typeof escalations)[number];

/** What is wrong with it, as we see it. */
export const reportKinds = [
  'false-review',
  'insult',
  'threat',
  'defamation',
  'extortion',
  'personal-data',
  'other',
] as const;
export type ReportKind = (typeof reportKinds)[number];
