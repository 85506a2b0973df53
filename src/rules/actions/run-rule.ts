import { lockPlaces, threadChanges } from '../../conversation/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Done } from '../model/done.ts';
import { needsOf } from '../model/needs.ts';
import { askRules, type Turns } from '../model/plan.ts';
import type { Rule } from '../model/rule.ts';
import { EXAMPLES, type RunExample, runAfter } from '../model/run.ts';
import { readUndoable } from '../store/deed-rows.ts';
import { readFacts } from '../store/read-facts.ts';
import { lockRun, type RunRow, readNextThreads, readRunning, updateRun } from '../store/run-rows.ts';
import { doDeeds } from './do-deeds.ts';
import { rulesChanged } from './pause-rule.ts';
import { readAround } from './read-around.ts';
import { answersOf } from './rules-of.ts';
import { undoDeeds } from './undo-batch.ts';

export const RUN_JOB = 'rules.run';

/** Few enough that a stop, and everybody else's work, waits for no more than one batch. */
const BATCH = 250;
/** After so many failures a run waits for a person. */
const MOST_FAILURES = 5;

export type RunGround = Pick<Platform, 'database' | 'clock' | 'jobs' | 'log'>;

/** Takes a run through to its end, or to where somebody stops it. Run twice at once, each batch is still done once. */
export const runRule = async (
  ground: RunGround,
  workspaceId: WorkspaceId,
  id: string,
  batches = Number.POSITIVE_INFINITY,
): Promise<void> => {
  for (let done = 0; done < batches; done += 1) {
    try {
      if (!(await ground.database.inWorkspace(workspaceId, (tx) => runBatch(ground, tx, workspaceId, id))))
        return;
    } catch (error) {
      ground.log.error({ runId: id, error: String(error) }, 'a run of a rule could not go on');
      if (!(await noteFailure(ground, workspaceId, id))) return;
    }
  }
};

/** Whether it is tried again. */
const noteFailure = (ground: RunGround, workspaceId: WorkspaceId, id: string): Promise<boolean> =>
  ground.database.inWorkspace(workspaceId, async (tx) => {
    const run = await lockRun(tx, workspaceId, id);
    if (run?.state !== 'running') return false;
    const failures = run.failures + 1;
    const next = failures < MOST_FAILURES ? run.state : (runAfter(run.state, 'fail') ?? run.state);
    await updateRun(tx, workspaceId, id, { failures, state: next });
    await appendLive(tx, workspaceId, [runChanged(id)]);
    return next === 'running';
  });

export const runChanged = (runId: string) => ({ kind: 'rule-run.changed', payload: { runId } });

/** One batch in one transaction: the lock on the run makes a stop and a batch take turns. */
const runBatch = async (
  ground: RunGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> => {
  const run = await lockRun(tx, workspaceId, id);
  if (run?.state !== 'running') return false;
  const now = ground.clock.now();
  const step = run.kind === 'undo' ? await undoStep(tx, run, now) : await askStep(ground, tx, run, now);
  const next = step.goesOn ? undefined : runAfter(run.state, 'finish');
  await updateRun(tx, workspaceId, id, { ...step.change, ...(next ? { state: next, endedAt: now } : {}) });
  await appendLive(tx, workspaceId, [
    ...(step.threadIds.length > 0 ? threadChanges(step.threadIds, 'status') : []),
    runChanged(id),
    ...(next && run.kind !== 'try' ? [rulesChanged('deeds', run.ruleId ? [run.ruleId] : [])] : []),
  ]);
  return step.goesOn;
};

type Step = {
  readonly goesOn: boolean;
  readonly change: Partial<RunRow>;
  readonly threadIds: readonly ThreadId[];
};

const undoStep = async (tx: Transaction, run: RunRow, now: Date): Promise<Step> => {
  const { workspaceId, scope, ruleId } = run;
  if (scope.over !== 'deeds' || !ruleId) return { goesOn: false, change: {}, threadIds: [] };
  const of = { ruleId, runId: scope.runId, from: new Date(scope.from), to: new Date(scope.to) };
  const deeds = await readUndoable(tx, workspaceId, of, run.cursor, BATCH);
  const { threadIds, undone, kept } = await undoDeeds(tx, workspaceId, deeds, now);
  return {
    goesOn: deeds.length === BATCH,
    threadIds,
    change: {
      cursor: deeds.at(-1)?.id ?? run.cursor,
      seen: run.seen + deeds.length,
      acted: run.acted + undone,
      kept: run.kept + kept,
    },
  };
};

/** Tried, it only counts and shows; applied, it makes order. */
const askStep = async (ground: RunGround, tx: Transaction, run: RunRow, now: Date): Promise<Step> => {
  const { workspaceId, scope, body } = run;
  if (scope.over !== 'threads' || !body) return { goesOn: false, change: {}, threadIds: [] };
  const isTrial = run.kind === 'try';
  const ids = await readNextThreads(tx, workspaceId, scope, run.cursor, BATCH);
  const facts = await readFacts(tx, workspaceId, ids, needsOf([body]));
  const around = await readAround(tx, workspaceId, answersOf([body]), now);
  const rule = runningRule(run);
  const turns: Turns = new Map(run.lastTurn ? [[rule.id, run.lastTurn]] : []);
  const asked = facts.map((thread) => ({
    thread,
    ...askRules([rule], thread, around, new Map(turns), !isTrial),
  }));
  const acting = asked.filter(({ deeds }) => deeds.length > 0);
  const held = isTrial
    ? []
    : await lockPlaces(
        tx,
        workspaceId,
        acting.map(({ thread }) => thread.threadId),
      );
  const places = new Map(held.map((one) => [one.id, one]));
  const examples: RunExample[] = [];
  const done: Done[] = [];
  for (const { thread } of acting) {
    const place = places.get(thread.threadId);
    if (!isTrial && !place) continue;
    const standing = place ? { ...thread, place: place.place } : thread;
    for (const deed of askRules([rule], standing, around, turns, !isTrial).deeds) {
      examples.push({ threadId: thread.threadId, why: deed.why, would: deed.effects });
      const asking = { rule, key: `run:${run.id}`, chain: [] };
      done.push({
        ...{ threadId: thread.threadId, version: place?.version ?? 0, deed, asking },
        ...{ mentionId: null, runId: run.id },
      });
    }
  }
  if (!isTrial) await doDeeds(ground, tx, workspaceId, done, now);
  return {
    goesOn: ids.length === BATCH,
    threadIds: isTrial ? [] : done.map(({ threadId }) => threadId),
    change: {
      cursor: ids.at(-1) ?? run.cursor,
      lastTurn: turns.get(rule.id) ?? null,
      seen: run.seen + ids.length,
      met: run.met + asked.filter(({ met }) => met.length > 0).length,
      acted: run.acted + done.length,
      examples: [...run.examples, ...examples].slice(0, EXAMPLES),
    },
  };
};

/** The rule as it was when the run began, whatever became of it since. */
const runningRule = ({ id, ruleId, personId, body, createdAt }: RunRow): Rule => {
  if (!body) throw new Error('a run over conversations has a rule');
  return {
    ...{ id: ruleId ?? id, name: '', ownerId: personId, body, stops: false },
    ...{ mostPerHour: Number.POSITIVE_INFINITY, activeSince: createdAt },
  };
};

/** The net below the jobs: runs that a process left half done are taken up again. */
export const carryOn = async (ground: RunGround): Promise<void> => {
  for (const { workspaceId, id } of await ground.database.asInstallation(readRunning))
    await runRule(ground, workspaceId, id);
};
