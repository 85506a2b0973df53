import { ok, type Result } from '../../platform/result.ts';
import { type GatheredWeb, gatherWeb } from '../model/batch/gather-web.ts';
import { studyBatch } from '../model/batch/study-batch.ts';
import { newcomer } from '../model/communities/index.ts';
import type { Study } from '../model/map/study-web.ts';
import type { BatchPerson } from '../store/batch-reads.ts';
import {
  type GraphScores,
  runInWorker,
  scoreGraph,
  type WorkFailure,
  type WorkOptions,
} from '../work/index.ts';
import { tasks } from '../work/tasks.ts';
import type { BatchGround, Step } from './batch-load.ts';
import { followWork } from './follow-work.ts';

export type BatchScores = { readonly web: GatheredWeb; readonly graph: GraphScores };

/** Fixed: the same web gives the same circles. */
const SEED = 1;
const HEAP_MB = 1_024;

/** A web of so few people and interactions is reckoned sooner, some tens of milliseconds, than a thread is begun. */
const SMALL = 5_000;

/** Everybody's figures: in worker threads, but for small webs. */
export const scoreBatch = (
  ground: BatchGround,
  at: Date,
  step: Step,
): Promise<Result<BatchScores, WorkFailure>> =>
  isSmall(ground) ? Promise.resolve(ok(scoreHere(ground, at))) : scoreInThreads(ground, at, step);

const isSmall = ({ people, events }: BatchGround): boolean => people.length + events.count <= SMALL;

const scoreHere = ({ people, events, channels }: BatchGround, at: Date): BatchScores => {
  const now = at.getTime();
  const web = gatherWeb({ people: people.length, events, channels, now });
  const previous = yesterdayOf(people);
  const { participation, carried, ...communities } = tasks.findCircles(
    { graph: web.graph, options: { seed: SEED, ...(previous && { start: previous }) } },
    () => {},
  );
  const persons = tasks.scorePersons({ graph: web.graph, answers: web.answers }, () => {});
  return { web, graph: { ...persons, communities, participation, carried, betweenness: null } };
};

/** The web from its events, and everybody's figures. */
const scoreInThreads = async (
  { people, events, channels }: BatchGround,
  at: Date,
  step: Step,
): Promise<Result<BatchScores, WorkFailure>> => {
  const now = at.getTime();
  const web = await followWork(
    (options) => runInWorker('gatherWeb', { people: people.length, events, channels, now }, heap(options)),
    (done) => step(0.4 * done),
  );
  if (!web.ok) return web;
  const { graph, answers } = web.value;
  const previous = yesterdayOf(people);
  const scoring = { seed: SEED, answers, ...(previous && { previousLabels: previous }) };
  const scores = await followWork(
    (options) => scoreGraph(graph, { ...heap(options), ...scoring }),
    (done) => step(0.4 + 0.6 * done),
  );
  return scores.ok ? ok({ web: web.value, graph: scores.value }) : scores;
};

/** What the map answers, and what could be opened: of a web whose people have been judged. */
export const studyOf = (
  ground: BatchGround,
  { web: { graph, ours }, graph: { communities } }: BatchScores,
  credibility: Float64Array,
  at: Date,
  step: Step,
): Promise<Result<Study, WorkFailure>> => {
  const { labels, count } = communities;
  const facts = { graph, ours, labels, communities: count, credibility, now: at.getTime() };
  const input = { ...facts, ...factsOf(ground.people) };
  return isSmall(ground)
    ? Promise.resolve(ok(studyBatch(input)))
    : followWork((options) => runInWorker('studyBatch', input, heap(options)), step);
};

const heap = (options: WorkOptions): WorkOptions => ({ ...options, heapMb: HEAP_MB });

const factsOf = (people: readonly BatchPerson[]) => ({
  usualDays: Float64Array.from(people, ({ usualDays }) => usualDays ?? Number.NaN),
  inCount: Uint32Array.from(people, ({ inCount }) => inCount),
  outCount: Uint32Array.from(people, ({ outCount }) => outCount),
});

/** Any numbers: the circle of each person by the last batch. Null before the first. */
const yesterdayOf = (people: readonly BatchPerson[]): Uint32Array | null => {
  const places = new Map<string, number>();
  const labels = Uint32Array.from(people, ({ circleId }) => {
    if (circleId === null) return newcomer;
    const place = places.get(circleId) ?? places.size;
    places.set(circleId, place);
    return place;
  });
  return places.size > 0 ? labels : null;
};
