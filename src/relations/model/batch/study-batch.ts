import type { Graph } from '../graph/graph.ts';
import { type Study, studyWeb } from '../map/study-web.ts';
import type { Web } from '../map/web.ts';
import { sleepOf } from '../ties/sleep.ts';
import type { OurTies } from './split-ties.ts';

export type StudyInput = {
  readonly graph: Graph;
  readonly labels: Uint32Array;
  readonly communities: number;
  readonly ours: OurTies;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** By person: days that usually pass between contacts with us; NaN: not known. */
  readonly usualDays: Float64Array;
  /** By person: what they said to us and we to them, ever. */
  readonly inCount: Uint32Array;
  readonly outCount: Uint32Array;
  /** By person, 0..1; NaN where nothing is known. */
  readonly credibility: Float64Array;
};

/** Two are a pair, not a circle. */
export const SMALLEST_CIRCLE = 3;
/** Who has no rhythm yet is judged by that of a monthly talk. */
const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the map answers of a scored web. Pure. */
export const studyBatch = (input: StudyInput): Study =>
  studyWeb({
    web: webOf(input),
    histories: historiesOf(input),
    spoke: input.inCount.map((count, person) => count + (input.outCount[person] ?? 0)),
    credibility: input.credibility,
  });

const webOf = ({ graph, labels, communities, ours }: StudyInput): Web => {
  const sizes = new Uint32Array(communities);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return {
    graph,
    circleOf: Int32Array.from(labels, (label) => ((sizes[label] ?? 0) >= SMALLEST_CIRCLE ? label : -1)),
    circles: communities,
    ours: ours.inward.map((inward, person) => inward + (ours.outward[person] ?? 0)),
  };
};

const historiesOf = ({ graph, now, usualDays, inCount, outCount, ours }: StudyInput) =>
  Array.from({ length: graph.nodes }, (_, person) => person).flatMap((person) => {
    const at = ours.lastAt[person] ?? Number.NEGATIVE_INFINITY;
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
