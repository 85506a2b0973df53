import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { arcOf } from '../model/batch/split-ties.ts';
import { shownStrength } from '../model/map/shown-strength.ts';
import { reciprocityOf } from '../model/ties/intensity.ts';
import type { BatchPerson } from '../store/batch-reads.ts';
import { clearBefore, type ScoreRow, type TieRow, writeScores, writeTies } from '../store/batch-writes.ts';
import { holdPeople } from '../store/hold-people.ts';
import type { BatchCircles } from './batch-circles.ts';
import type { Step } from './batch-load.ts';
import type { BatchScores } from './batch-score.ts';
import type { Standing } from './batch-standing.ts';

const SCORES_AT_ONCE = 2_000;
const TIES_AT_ONCE = 20_000;

export type ToSave = {
  readonly people: readonly BatchPerson[];
  readonly scores: BatchScores;
  readonly circles: BatchCircles;
  readonly standing: Standing;
  readonly at: Date;
};

/**
 * Writes scores and ties by slices, each in a transaction that holds the people and looks again who is still there: whoever was
 * erased, merged or objected since the reading is not written. What was not written in the end is of before, and goes.
 */
export const saveScores = async (
  { database }: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  { people, scores, circles, standing, at }: ToSave,
  step: Step,
): Promise<void> => {
  const ties = scores.web.ties.a.length;
  const whole = people.length + ties;
  for (let from = 0; from < people.length; from += SCORES_AT_ONCE) {
    const some = people
      .slice(from, from + SCORES_AT_ONCE)
      .map((person, place) => scoreRow(person, from + place, scores, circles, standing));
    await database.inWorkspace(workspaceId, async (tx) => {
      await holdPeople(tx, workspaceId, 'shared');
      await writeScores(tx, workspaceId, some, at);
    });
    await step(from / whole);
  }
  for (let from = 0; from < ties; from += TIES_AT_ONCE) {
    const some = tieRows(people, scores, from, Math.min(ties, from + TIES_AT_ONCE));
    await database.inWorkspace(workspaceId, async (tx) => {
      await holdPeople(tx, workspaceId, 'shared');
      await writeTies(tx, workspaceId, some, at);
    });
    await step((people.length + from) / whole);
  }
  await database.inWorkspace(workspaceId, (tx) => clearBefore(tx, workspaceId, at));
};

const scoreRow = (
  { id, inCount, outCount }: BatchPerson,
  place: number,
  { web: { ours }, graph }: BatchScores,
  circles: BatchCircles,
  standing: Standing,
): ScoreRow => {
  const [inward, outward] = [ours.inward[place] ?? 0, ours.outward[place] ?? 0];
  const { evidence, ...values } = standing.of(place);
  return {
    contactId: id,
    strength: shownStrength(inward + outward),
    reciprocity: reciprocityOf(inward, outward),
    intensityIn: inward,
    intensityOut: outward,
    lastAt: instantOf(ours.lastAt[place]),
    trend: ours.trend[place] ?? 0,
    communityId: circles.ids[graph.communities.labels[place] ?? -1] ?? null,
    degree: graph.degree[place] ?? 0,
    constraint: known(graph.constraint[place]),
    effectiveSize: known(graph.effectiveSize[place]),
    clustering: known(graph.clustering[place]),
    core: graph.core[place] ?? 0,
    ...values,
    evidence: { ...evidence, exchanges: { theirs: inCount, ours: outCount } },
  };
};

const tieRows = (
  people: readonly BatchPerson[],
  { web: { graph: web, ties }, graph: { overlap } }: BatchScores,
  from: number,
  to: number,
): readonly TieRow[] =>
  Array.from({ length: to - from }, (_, index) => {
    const tie = from + index;
    return {
      a: people[ties.a[tie] ?? 0]?.id ?? '',
      b: people[ties.b[tie] ?? 0]?.id ?? '',
      intensityAb: ties.intensityAb[tie] ?? 0,
      intensityBa: ties.intensityBa[tie] ?? 0,
      overlap: known(overlap[arcOf(web, ties.a[tie] ?? 0, ties.b[tie] ?? 0)]),
      lastAt: instantOf(ties.lastAt[tie]),
    };
  });

/** NaN stands for what there is nothing to say of. */
const known = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

const instantOf = (at: number | undefined): string | null =>
  at === undefined || !Number.isFinite(at) ? null : new Date(at).toISOString();
