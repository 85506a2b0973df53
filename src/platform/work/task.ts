/** How far a task has come. */
export type Progress = {
  /** 0 to 1. */
  readonly done: number;
  /** What it does now, for whoever watches: one of the task's own short names. */
  readonly step: string;
};

export type Report = (progress: Progress) => void;

/**
 * What a worker does: a pure function of its input, which arrives as a copy except for what lies in SharedArrayBuffers.
 * The arrays of its output are handed over without a copy.
 */
export type Tasks = Readonly<Record<string, (input: never, report: Report) => unknown>>;

export type InputOf<Task extends Tasks[string]> = Parameters<Task>[0];
export type OutputOf<Task extends Tasks[string]> = Awaited<ReturnType<Task>>;

/** From the worker to the house. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly output: unknown };

export type WorkFailure =
  /** The signal was aborted. */
  | { readonly kind: 'cancelled' }
  /** The thread was ended from outside, as often as it was begun. */
  | { readonly kind: 'killed'; readonly attempts: number }
  /** It asked for more memory than it may have. */
  | { readonly kind: 'out-of-memory'; readonly megabytes: number };
