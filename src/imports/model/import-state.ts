/** `receiving` the file comes in · `ready` it can be tried and begun · `looking` a trial runs · `running` · `paused` · `done` · `undoing` · `undone`. */
export const importStates = [
  'receiving',
  'ready',
  'looking',
  'running',
  'paused',
  'done',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

export const steps = ['try', 'start', 'pause', 'resume', 'undo', 'discard'] as const;
export type Step = (typeof steps)[number];

const leadsTo: Readonly<Record<Step, Partial<Readonly<Record<ImportState, ImportState>>>>> = {
  try: { ready: 'looking' },
  start: { ready: 'running' },
  pause: { running: 'paused', looking: 'ready' },
  resume: { paused: 'running' },
  undo: { paused: 'undoing', done: 'undoing', running: 'undoing' },
  discard: { receiving: 'undone', ready: 'undone' },
};

/** Where a step leads from a state; undefined when it cannot be taken. */
export const stateAfter = (state: ImportState, step: Step): ImportState | undefined => leadsTo[step][state];

export const stepsFrom = (state: ImportState): readonly Step[] =>
  steps.filter((step) => stateAfter(state, step) !== undefined);
