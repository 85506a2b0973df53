import { ok, type Result } from '../../platform/result.ts';
import { type BatchInput, type BatchScores, scoreBatch } from '../model/batch/score-batch.ts';
import { newcomer } from '../model/communities/index.ts';
import type { BatchPerson } from '../store/batch-reads.ts';
import type { WorkFailure } from '../work/task.ts';
import type { BatchGround, Step } from './batch-load.ts';

export type Scored = BatchScores;

/** Fixed: the same web gives the same circles. */
const SEED = 1;

export const scoreInWorker = async (
  ground: BatchGround,
  now: Date,
  step: Step,
): Promise<Result<Scored, WorkFailure>> => {
  const scores = scoreBatch(inputOf(ground, now));
  await step(1);
  return ok(scores);
};

const inputOf = ({ people, events, channels }: BatchGround, now: Date): BatchInput => ({
  people: people.length,
  events,
  channels,
  now: now.getTime(),
  seed: SEED,
  yesterday: yesterdayOf(people),
  usualDays: Float64Array.from(people, ({ usualDays }) => usualDays ?? Number.NaN),
  inCount: Uint32Array.from(people, ({ inCount }) => inCount),
  outCount: Uint32Array.from(people, ({ outCount }) => outCount),
});

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
