/** Where a case stands. `undone` was no complaint at all: it is counted, and is in no other figure. */
export const caseStates = [
  'reported',
  'acknowledged',
  'understood',
  'offered',
  'resolved',
  'confirmed',
  'reopened',
  'closed',
  'unfounded',
  'handed-over',
  'undone',
] as const;
export type CaseState = (typeof caseStates)[number];

/** What moves a case from one state to another. */
export const steps = [
  'acknowledge',
  'understand',
  'offer',
  'resolve',
  'confirm',
  'reopen',
  'close',
  'find-unfounded',
  'hand-over',
  'undo',
  'restore',
] as const;
export type Step = (typeof steps)[number];

/**
 * The whole life of a case, as data: from each state, which steps there are and where they lead. A case can be undone only
 * until something was offered or solved: what we promised to somebody cannot be made unseen.
 */
export const transitions = {
  reported: {
    acknowledge: 'acknowledged',
    understand: 'understood',
    offer: 'offered',
    resolve: 'resolved',
    close: 'closed',
    'find-unfounded': 'unfounded',
    'hand-over': 'handed-over',
    undo: 'undone',
  },
  acknowledged: {
    understand: 'understood',
    offer: 'offered',
    resolve: 'resolved',
    close: 'closed',
    'find-unfounded': 'unfounded',
    'hand-over': 'handed-over',
    undo: 'undone',
  },
  understood: {
    understand: 'understood',
    offer: 'offered',
    resolve: 'resolved',
    close: 'closed',
    'find-unfounded': 'unfounded',
    'hand-over': 'handed-over',
    undo: 'undone',
  },
  offered: { offer: 'offered', resolve: 'resolved', close: 'closed', 'hand-over': 'handed-over' },
  resolved: { confirm: 'confirmed', reopen: 'reopened', close: 'closed' },
  confirmed: { reopen: 'reopened' },
  reopened: {
    understand: 'understood',
    offer: 'offered',
    resolve: 'resolved',
    close: 'closed',
    'find-unfounded': 'unfounded',
    'hand-over': 'handed-over',
  },
  closed: { reopen: 'reopened' },
  unfounded: { reopen: 'reopened' },
  'handed-over': { resolve: 'resolved', reopen: 'reopened', close: 'closed' },
  undone: { restore: 'reported' },
} as const satisfies Readonly<Record<CaseState, Readonly<Partial<Record<Step, CaseState>>>>>;

export const afterStep = (state: CaseState, step: Step): CaseState | undefined =>
  (transitions[state] as Readonly<Partial<Record<Step, CaseState>>>)[step];

export const stepsFrom = (state: CaseState): readonly Step[] => Object.keys(transitions[state]) as Step[];

/** Nothing is waited for from us any more, unless they come back. */
export const ended: ReadonlySet<CaseState> = new Set([
  'resolved',
  'confirmed',
  'closed',
  'unfounded',
  'handed-over',
  'undone',
]);
