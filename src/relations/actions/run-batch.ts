import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { storeFindings } from '../model/map/stored-findings.ts';
import type { Study } from '../model/map/study-web.ts';
import { storeOpenings } from '../model/openings/openings.ts';
import {
  type BatchState,
  endBatch,
  endWithout,
  noteFailure,
  noteProgress,
  readBatchState,
} from '../store/batch-states.ts';
import { writeCommunities, writeSnapshot } from '../store/batch-writes.ts';
import type { WorkFailure } from '../work/index.ts';
import { tellRelations } from './ask-batch.ts';
import { type BatchCircles, circlesOfBatch } from './batch-circles.ts';
import { type BatchGround, loadBatch, type Step } from './batch-load.ts';
import { saveScores } from './batch-save.ts';
import { type BatchScores, scoreBatch, studyOf } from './batch-score.ts';
import { standingOfBatch } from './batch-standing.ts';

type Ground = Pick<Platform, 'database' | 'clock' | 'log'>;

/** Thrown to leave a batch that was called off, or that another has taken the place of. */
class CalledOff extends Error {}

/**
 * The figures of a company's web, made anew from all that passed: read by slices, worked out in a worker, written by slices.
 * It bears being killed at any moment: begun again, it writes the same. A token names it; without it, it stops.
 */
export const runBatch = async (platform: Ground, workspaceId: WorkspaceId, token: string): Promise<void> => {
  const begun = platform.clock.now();
  const state = await platform.database.inWorkspace(workspaceId, (tx) => readBatchState(tx, workspaceId));
  if (state.token !== token) return;
  try {
    await makeFigures(platform, workspaceId, token, begun, state);
  } catch (error) {
    if (error instanceof CalledOff) return;
    // The queue begins it again under the same token; meanwhile, and when it never succeeds, people see that it failed.
    await platform.database.inWorkspace(workspaceId, async (tx) => {
      if (await noteFailure(tx, workspaceId, token)) await tellRelations(tx, workspaceId, 'batch');
    });
    throw error;
  }
};

const makeFigures = async (
  platform: Ground,
  workspaceId: WorkspaceId,
  token: string,
  begun: Date,
  state: BatchState,
): Promise<void> => {
  const stepper = createStepper(platform, workspaceId, token);
  const expected = state.interactions + state.changed;
  const ground = await loadBatch(platform, workspaceId, expected, stepper.between(0, 0.3));
  const scored = await scoreBatch(ground, begun, stepper.between(0.3, 0.6));
  if (!scored.ok) return endFailed(platform, workspaceId, token, scored.error);
  const scores = scored.value;
  const circles = await circlesOfBatch(platform, workspaceId, ground.people, scores.graph);
  await stepper.between(0.6, 0.7)(1);
  const standing = await standingOfBatch(platform, workspaceId, ground, scores, begun);
  await stepper.between(0.7, 0.8)(1);
  const credibility = Float64Array.from(
    ground.people,
    (_, place) => standing.of(place).credibility ?? Number.NaN,
  );
  const study = await studyOf(ground, scores, credibility, begun, stepper.between(0.8, 0.85));
  if (!study.ok) return endFailed(platform, workspaceId, token, study.error);
  const toSave = { people: ground.people, scores, circles, standing, at: begun };
  await saveScores(platform, workspaceId, toSave, stepper.between(0.85, 1));
  await finish(platform, workspaceId, { token, begun, state, ground, scores, study: study.value, circles });
};

type ToFinish = {
  readonly token: string;
  readonly begun: Date;
  readonly state: BatchState;
  readonly ground: BatchGround;
  readonly scores: BatchScores;
  readonly study: Study;
  readonly circles: BatchCircles;
};

const finish = (
  platform: Ground,
  workspaceId: WorkspaceId,
  { token, begun, state, ground, scores, study, circles }: ToFinish,
): Promise<void> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const { ours, findings, openings } = study;
    const contactIds = ground.people.map(({ id }) => id);
    await writeCommunities(tx, workspaceId, circles.rows, begun);
    await writeSnapshot(tx, workspaceId, {
      day: begun.toISOString().slice(0, 10),
      contacts: ground.people.length,
      ties: scores.web.ties.a.length,
      ourTies: ours.ties,
      ourEffectiveSize: ours.effectiveSize,
      circlesReached: ours.circlesReached,
      withinTwoSteps: Math.round(ours.withinTwoSteps * ground.people.length),
    });
    const isOurs = await endBatch(tx, workspaceId, {
      token,
      at: begun,
      seconds: (platform.clock.now().getTime() - begun.getTime()) / 1_000,
      interactions: ground.read,
      changedThen: state.changed,
      halfLives: Object.fromEntries(
        ground.channels.map((channel, place) => [channel, scores.web.halfLives[place] ?? 0]),
      ),
      findings: storeFindings(findings, {
        contactIds,
        circleIds: circles.ids,
        reached: reachedCircles(scores),
        lastAt: (person) => instantOf(scores.web.ours.lastAt[person]),
      }),
      openings: storeOpenings(openings, contactIds, circles.ids),
    });
    if (!isOurs) throw new CalledOff();
    await tellRelations(tx, workspaceId, 'scores');
  });

/** By community: somebody in it has a tie with us. */
const reachedCircles = ({ web: { ours }, graph: { communities } }: BatchScores): Uint8Array => {
  const reached = new Uint8Array(communities.count);
  communities.labels.forEach((label, person) => {
    if ((ours.inward[person] ?? 0) + (ours.outward[person] ?? 0) > 0) reached[label] = 1;
  });
  return reached;
};

const instantOf = (at: number | undefined): Date | null =>
  at !== undefined && Number.isFinite(at) ? new Date(at) : null;

/** What was called off has nobody left to tell. */
const endFailed = async (
  platform: Ground,
  workspaceId: WorkspaceId,
  token: string,
  failure: WorkFailure,
): Promise<void> => {
  if (failure.kind === 'cancelled') return;
  platform.log.warn({ workspaceId, failure: failure.kind }, 'the figures of relations came to nothing');
  await platform.database.inWorkspace(workspaceId, async (tx) => {
    if (await endWithout(tx, workspaceId, token, 'failed')) await tellRelations(tx, workspaceId, 'batch');
  });
};

/** Screens are told when this much more is done. */
const TOLD_EVERY = 0.05;

/** Notes how far the whole is, of which each part is a stretch; ends the batch that is no longer wanted. */
const createStepper = (platform: Ground, workspaceId: WorkspaceId, token: string) => {
  let told = 0;
  const note = (progress: number): Promise<void> =>
    platform.database.inWorkspace(workspaceId, async (tx) => {
      if (!(await noteProgress(tx, workspaceId, token, progress))) throw new CalledOff();
      if (progress < told + TOLD_EVERY) return;
      told = progress;
      await tellRelations(tx, workspaceId, 'batch');
    });
  return {
    between:
      (from: number, to: number): Step =>
      (share) =>
        note(from + (to - from) * share),
  };
};
