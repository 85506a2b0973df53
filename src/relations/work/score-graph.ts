import { ok, type Result } from '../../platform/result.ts';
import type { WorkOptions } from '../../platform/work/run-at-entry.ts';
import type { Progress, WorkFailure } from '../../platform/work/task.ts';
import type { Communities } from '../model/communities/find-communities.ts';
import type { Graph } from '../model/graph/graph.ts';
import {
  type Betweenness,
  betweennessFrom,
  choosePivots,
  joinDependencies,
} from '../model/persons/betweenness.ts';
import type { CarriedPairs } from '../model/persons/carried-pairs.ts';
import type { PersonScores } from '../model/persons/person-scores.ts';
import { both } from './both.ts';
import { jointProgress } from './joint-progress.ts';
import { runInWorker } from './run-in-worker.ts';

export type ScoreOptions = WorkOptions & {
  readonly seed: number;
  /** Who answers whom, directed, of the same nodes: for `esteem`; without it the graph itself. */
  readonly answers?: Graph;
  /** Yesterday's community of each node, any numbers; `newcomer` for those that had none. */
  readonly previousLabels?: Uint32Array;
  /** From how many pivots betweenness is estimated, 512 or more; without it there is none (it takes longest by far). */
  readonly pivots?: number;
};

export type GraphScores = PersonScores & {
  /** By node. */
  readonly core: Uint32Array;
  /** By node: PageRank of answers; all together 1. */
  readonly esteem: Float64Array;
  readonly communities: Communities;
  /** By node. */
  readonly participation: Float64Array;
  readonly carried: CarriedPairs;
  readonly betweenness: Betweenness | null;
};

/**
 * All scores of everyone in an undirected graph, in two worker threads at once: the nightly batch. Put the graph's
 * arrays in SharedArrayBuffers (`buildGraph` with `shared`), or each thread gets a copy. The same graph, options and
 * seed give the same scores. Memory beside the graph: at most about 70 bytes an entry of `targets` and 300 a node.
 */
export const scoreGraph = async (
  graph: Graph,
  options: ScoreOptions,
): Promise<Result<GraphScores, WorkFailure>> => {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const batch: Batch = {
    graph,
    options,
    stop,
    part: jointProgress(options.pivots === undefined ? 2 : 4, options.onProgress),
    run: { signal, ...(options.heapMb !== undefined && { heapMb: options.heapMb }) },
  };
  try {
    const scored = await scoresOf(batch);
    if (!scored.ok) return scored;
    const betweenness = await betweennessOf(batch);
    return betweenness.ok ? ok({ ...scored.value, betweenness: betweenness.value }) : betweenness;
  } finally {
    // An exception in one thread must not leave the other one at work.
    stop.abort();
  }
};

type Batch = {
  readonly graph: Graph;
  readonly options: ScoreOptions;
  readonly stop: AbortController;
  readonly part: (part: number) => (progress: Progress) => void;
  readonly run: WorkOptions;
};

const scoresOf = async (batch: Batch): Promise<Result<Omit<GraphScores, 'betweenness'>, WorkFailure>> => {
  const { graph, options, part, run } = batch;
  const { seed, previousLabels, answers = graph } = options;
  const leiden = { seed, ...(previousLabels && { start: previousLabels }) };
  const scored = await both(
    batch.stop,
    runInWorker('scorePersons', { graph, answers }, { ...run, onProgress: part(0) }),
    runInWorker('findCircles', { graph, options: leiden }, { ...run, onProgress: part(1) }),
  );
  if (!scored.ok) return scored;
  const [persons, { participation, carried, ...communities }] = scored.value;
  return ok({ ...persons, communities, participation, carried });
};

/** Half the pivots in each of two threads; null when not asked for. */
const betweennessOf = async (batch: Batch): Promise<Result<Betweenness | null, WorkFailure>> => {
  const { graph, options, part, run } = batch;
  if (options.pivots === undefined) return ok(null);
  const pivots = choosePivots(graph.nodes, { seed: options.seed, pivots: options.pivots });
  const half = pivots.length >> 1;
  const summed = await both(
    batch.stop,
    runInWorker('sumDependencies', { graph, pivots: pivots.slice(0, half) }, { ...run, onProgress: part(2) }),
    runInWorker('sumDependencies', { graph, pivots: pivots.slice(half) }, { ...run, onProgress: part(3) }),
  );
  if (!summed.ok) return summed;
  return ok(betweennessFrom(graph, joinDependencies(...summed.value), pivots.length));
};
