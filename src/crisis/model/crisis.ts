export const crisisStates = ['proposed', 'declared', 'closed', 'dismissed'] as const;
export type CrisisState = (typeof crisisStates)[number];

export const crisisSteps = ['declare', 'dismiss', 'close', 'reopen'] as const;
export type CrisisStep = (typeof crisisSteps)[number];

/** The whole law: from which state what may happen, and where it leads. One that is declared holds the whole company; a closed one can come back. */
export const transitions = {
  proposed: { declare: 'declared', dismiss: 'dismissed' },
  declared: { close: 'closed' },
  closed: { reopen: 'declared' },
  dismissed: { declare: 'declared' },
} as const satisfies Record<CrisisState, Partial<Record<CrisisStep, CrisisState>>>;

/** Where this step leads, or undefined when it cannot be taken from here. */
export const stepFrom = (state: CrisisState, step: CrisisStep): CrisisState | undefined =>
  (transitions[state] as Partial<Record<CrisisStep, CrisisState>>)[step];
