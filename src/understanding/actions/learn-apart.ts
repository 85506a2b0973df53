import type { LayerWeights, ShippedLanguage } from '../../language/index.ts';
import { ok, type Result } from '../../platform/result.ts';
import { takeTurns } from '../../platform/take-turns.ts';
import type { WorkFailure } from '../../platform/work/task.ts';
import { type CompanyFigures, learnCompany, measureLearning, type Taught } from '../model/learn-company.ts';
import { runInWorker } from '../work/run-in-worker.ts';

/** Learns without holding up whoever else wants something of this process. */
export type LearnApart = {
  learn(taught: Taught, signal: AbortSignal): Promise<Result<LayerWeights, WorkFailure>>;
  measure(taught: Taught, signal: AbortSignal): Promise<Result<CompanyFigures | null, WorkFailure>>;
};

/** So few are learnt sooner (some tens of milliseconds) than a thread is begun. */
const FEW = 40;
/** Of each thread, megabytes: the shipped language takes most of it. */
const HEAP_MB = 256;
/** After a restart many companies may learn at once. */
const AT_ONCE = 2;

export const createLearnApart = (
  language: ShippedLanguage,
  { few = FEW }: { readonly few?: number } = {},
): LearnApart => {
  const inTurn = takeTurns(AT_ONCE);
  return {
    learn: async (taught, signal) =>
      taught.lessons.length <= few
        ? ok(learnCompany(language, taught))
        : inTurn(() => runInWorker('learn', taught, { signal, heapMb: HEAP_MB })),
    measure: async (taught, signal) =>
      taught.lessons.length <= few
        ? ok(measureLearning(language, taught))
        : inTurn(() => runInWorker('measure', taught, { signal, heapMb: HEAP_MB })),
  };
};
