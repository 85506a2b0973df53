import { findCommunities } from '../communities/find-communities.ts';
import type { Graph } from '../graph/graph.ts';
import { type Study, studyWeb } from '../map/study-web.ts';
import type { Web } from '../map/web.ts';
import { coreNumbers } from '../persons/core-numbers.ts';
import { pageRank } from '../persons/page-rank.ts';
import { participationOf } from '../persons/participation.ts';
import type { PersonScores } from '../persons/person-scores.ts';
import { scorePersons } from '../persons/score-persons.ts';
import { gatherTies, type TieColumns } from '../ties/gather-ties.ts';
import { sleepOf } from '../ties/sleep.ts';
import type { Events } from './event-columns.ts';
import { fitHalfLives } from './fit-half-lives.ts';
import { answerGraph, arcOf, type OurTies, splitTies, strengthGraph } from './split-ties.ts';

export type BatchInput = {
  /** People outside; we stand at the place after the last. */
  readonly people: number;
  readonly events: Events;
  readonly channels: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly seed: number;
  /** The circle of each person by the last batch, any numbers; `newcomer` for none. Null before the first. */
  readonly yesterday: Uint32Array | null;
  /** Days that usually pass between contacts with us; NaN: not known. */
  readonly usualDays: Float64Array;
  /** What they said to us and we to them, ever. */
  readonly inCount: Uint32Array;
  readonly outCount: Uint32Array;
};

export type BatchScores = {
  readonly halfLives: readonly number[];
  readonly ours: OurTies;
  /** Among people outside, those of which something is left. */
  readonly ties: TieColumns;
  /** Beside the ties. */
  readonly overlap: Float32Array;
  readonly persons: Omit<PersonScores, 'overlap' | 'triangles'>;
  readonly cores: Uint32Array;
  /** How evenly each one's ties spread over circles: 0 to 1. */
  readonly participation: Float64Array;
  /** PageRank of answers: who is taken up by people who are taken up. Sums to 1. */
  readonly esteem: Float64Array;
  readonly labels: Uint32Array;
  readonly communities: number;
  readonly modularity: number;
  readonly study: Study;
};

type Report = (progress: { readonly done: number; readonly step: string }) => void;

/** Two are a pair, not a circle. */
const SMALLEST_CIRCLE = 3;
/** Who has no rhythm yet is judged by that of a monthly talk. */
const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

/** All figures of a company's web, from what passed in it. Pure: the same input gives the same bits. */
export const scoreBatch = (input: BatchInput, report: Report = () => {}): BatchScores => {
  const { people, events, channels, now } = input;
  report({ done: 0.05, step: 'half-lives' });
  const halfLives = fitHalfLives(events, channels);
  report({ done: 0.2, step: 'ties' });
  const halfLifeDays = Float64Array.from(events.channel, (channel) => halfLives[channel] ?? 0);
  const gathered = gatherTies({ ...events, people: people + 1, halfLifeDays }, now);
  const { ours, among } = splitTies(gathered, people);
  const ties = living(among);
  const graph = strengthGraph(people, ties);
  report({ done: 0.4, step: 'persons' });
  const { overlap, triangles: _, ...persons } = scorePersons(graph);
  const cores = coreNumbers(graph);
  report({ done: 0.7, step: 'communities' });
  const start = input.yesterday ? { start: input.yesterday } : {};
  const { labels, count, modularity } = findCommunities(graph, { seed: input.seed, ...start });
  report({ done: 0.9, step: 'map' });
  const study = studyWeb({ web: webOf(graph, labels, count, ours), histories: historiesOf(input, ours) });
  return {
    halfLives,
    ours,
    ties,
    overlap: overlapOf(graph, overlap, ties),
    persons,
    cores,
    participation: participationOf(graph, labels, count),
    esteem: pageRank(answerGraph(people, ties)),
    labels,
    communities: count,
    modularity,
    study,
  };
};

/** Of which something is left: what faded to nothing ties nobody any more. */
const living = (ties: TieColumns): TieColumns => {
  const isLiving = (_: number, tie: number): boolean =>
    (ties.intensityAb[tie] ?? 0) + (ties.intensityBa[tie] ?? 0) > 0;
  return {
    a: ties.a.filter(isLiving),
    b: ties.b.filter(isLiving),
    intensityAb: ties.intensityAb.filter(isLiving),
    intensityBa: ties.intensityBa.filter(isLiving),
    lastAt: ties.lastAt.filter(isLiving),
    events: ties.events.filter(isLiving),
  };
};

const overlapOf = (graph: Graph, overlap: Float32Array, { a, b }: TieColumns): Float32Array =>
  Float32Array.from(a, (one, tie) => overlap[arcOf(graph, one, b[tie] ?? 0)] ?? 0);

const webOf = (graph: Graph, labels: Uint32Array, circles: number, ours: OurTies): Web => {
  const sizes = new Uint32Array(circles);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return {
    graph,
    circleOf: Int32Array.from(labels, (label) => ((sizes[label] ?? 0) >= SMALLEST_CIRCLE ? label : -1)),
    circles,
    ours: ours.inward.map((inward, person) => inward + (ours.outward[person] ?? 0)),
  };
};

const historiesOf = ({ people, now, usualDays, inCount, outCount }: BatchInput, { lastAt }: OurTies) =>
  Array.from({ length: people }, (_, person) => person).flatMap((person) => {
    const at = lastAt[person] ?? Number.NEGATIVE_INFINITY;
    if (!Number.isFinite(at)) return [];
    const usual = usualDays[person] ?? Number.NaN;
    const rhythm = { usualDays: Number.isNaN(usual) ? USUAL_DAYS : usual, lastAt: new Date(at) };
    return [
      {
        person,
        theirs: inCount[person] ?? 0,
        ours: outCount[person] ?? 0,
        days: Math.floor(Math.max(0, now - at) / DAY_MS),
        isAsleep: sleepOf(rhythm, new Date(now)).state === 'asleep',
      },
    ];
  });
