import { setImmediate } from 'node:timers/promises';
import { err, ok, type Result } from '../../platform/result.ts';
import type { WorkOptions } from '../../platform/work/run-at-entry.ts';
import type { WorkFailure } from '../../platform/work/task.ts';
import { workAt, workerEntry } from '../../platform/work/work-at.ts';
import { type Graph, tiesOf } from '../model/graph/graph.ts';
import { fillOriented, makeOriented, type Oriented } from '../model/persons/oriented.ts';
import { type PersonScores, scoresFrom } from '../model/persons/person-scores.ts';
import { scorePersons } from '../model/persons/score-persons.ts';
import {
  emptySums,
  joinSums,
  splitWork,
  sumTriangles,
  type TriangleSums,
} from '../model/persons/triangle-sums.ts';
import { both } from './both.ts';
import type { Beginning, TriangleTasks } from './triangle-tasks.ts';

/** Ties: with fewer, beginning a thread takes longer than it saves. */
const worthTwoThreads = 500_000;

const runBeside = workAt<TriangleTasks>(
  workerEntry(import.meta.url, './triangle-worker-entry.ts', './triangles-worker.mjs'),
);

/**
 * What `scorePersons` says of an undirected graph, half of the long pass in a second thread, which begins while this one
 * orients the graph: the same, except that sums are added in another order (differences in the last digits). The calling
 * thread is busy meanwhile, but for a breath sixteen times. Memory beside the graph: 44 bytes a tie (60 with weights) and
 * 80 a node.
 */
export const scorePersonsInTwo = async (
  graph: Graph,
  options: WorkOptions & { readonly threshold?: number } = {},
): Promise<Result<PersonScores, WorkFailure>> => {
  if (tiesOf(graph) < (options.threshold ?? worthTwoThreads)) return ok(scorePersons(graph));
  const oriented = makeOriented(graph, 2);
  const beginning: Beginning = new Int32Array(new SharedArrayBuffer(12));
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  try {
    const summed = await both(
      stop,
      runBeside('sumTriangles', { oriented, beginning }, { ...options, signal }),
      sumHere(graph, oriented, beginning, signal),
    );
    if (!summed.ok) return summed;
    const [others, sums] = summed.value;
    joinSums(sums, others);
    return ok(scoresFrom(graph, oriented, sums));
  } finally {
    stop.abort();
  }
};

/** Orients the graph, lets the other thread begin, and does the first half. */
const sumHere = async (
  graph: Graph,
  oriented: Oriented,
  beginning: Beginning,
  signal: AbortSignal,
): Promise<Result<TriangleSums, WorkFailure>> => {
  fillOriented(graph, oriented);
  const bounds = splitWork(oriented, 2 * BREATHS);
  const half = bounds[BREATHS] as number;
  beginning.set([half, oriented.nodes], 1);
  Atomics.store(beginning, 0, 1);
  Atomics.notify(beginning, 0);
  const sums = emptySums(oriented, 0);
  for (let part = 0; part < BREATHS; part++) {
    await setImmediate();
    if (signal.aborted) return err({ kind: 'cancelled' });
    sumTriangles(oriented, sums, bounds[part] as number, bounds[part + 1] as number);
  }
  return ok(sums);
};

const BREATHS = 16;
