import { ok, type Result } from '../../platform/result.ts';
import type { WorkOptions } from '../../platform/work/run-at-entry.ts';
import type { WorkFailure } from '../../platform/work/task.ts';
import type { Graph } from '../model/graph/graph.ts';
import { orient } from '../model/persons/oriented.ts';
import { type PersonScores, scoresFrom } from '../model/persons/person-scores.ts';
import { joinSums, splitWork, triangleSums, triangleWork } from '../model/persons/triangle-sums.ts';
import { both } from './both.ts';
import { runInWorker } from './run-in-worker.ts';

/** Pairs to test: with fewer, beginning a thread takes longer than it saves. */
const worthTwoThreads = 100_000_000;

/**
 * What `scorePersons` says of an undirected graph, the long passes in two worker threads: the same, except that sums are
 * added in another order (differences in the last digits). Everything else happens in the calling thread. Memory beside
 * the graph: 44 bytes a tie (60 with weights) and 60 a node.
 */
export const scorePersonsInTwo = async (
  graph: Graph,
  options: WorkOptions & { readonly threshold?: number } = {},
): Promise<Result<PersonScores, WorkFailure>> => {
  const oriented = orient(graph, true);
  if (triangleWork(oriented) < (options.threshold ?? worthTwoThreads))
    return ok(scoresFrom(graph, oriented, triangleSums(oriented, 0, oriented.nodes)));
  const [begin = 0, middle = 0, end = 0] = splitWork(oriented, 2);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  try {
    const summed = await both(
      stop,
      runInWorker('sumTriangles', { oriented, begin, end: middle }, { ...options, signal }),
      runInWorker('sumTriangles', { oriented, begin: middle, end }, { ...options, signal }),
    );
    if (!summed.ok) return summed;
    const [sums, others] = summed.value;
    joinSums(sums, others);
    return ok(scoresFrom(graph, oriented, sums));
  } finally {
    stop.abort();
  }
};
