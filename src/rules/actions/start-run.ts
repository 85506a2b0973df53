import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { RuleBody } from '../model/rule.ts';
import { type RunOrder, type RunScope, type RunState, runAfter } from '../model/run.ts';
import { readAuthorNames } from '../store/author-names.ts';
import { countUndoable } from '../store/deed-rows.ts';
import { lockRule } from '../store/rule-rows.ts';
import { countThreads, insertRun, lockRun, type RunRow, readRun, updateRun } from '../store/run-rows.ts';
import { checkRule, type FieldProblem } from './check-rule.ts';
import { RUN_JOB, type RunGround, runChanged, runRule } from './run-rule.ts';

export type RunFailure =
  | { readonly kind: 'not-allowed' | 'not-found' }
  | { readonly kind: 'cannot-be'; readonly fields: readonly FieldProblem[] }
  | { readonly kind: 'run-over'; readonly state: RunState };

export type RunView = Omit<RunRow, 'examples'> & {
  readonly examples: readonly (RunRow['examples'][number] & {
    readonly name: string | null;
    readonly channel: string;
    readonly preview: string;
  })[];
};

/** A month as people mean it. */
const TRIED_DAYS = 30;
const DAY_MS = 86_400_000;
/** So many batches are done before the answer: a small company sees the whole at once. */
const AT_ONCE = 2;

/** Asks a rule of the last month, whether it is kept or only being written: nothing is changed. */
export const tryRule = async (
  ground: RunGround,
  actor: Member,
  body: RuleBody,
  language: 'it' | 'en',
): Promise<Result<RunView, RunFailure>> => {
  const since = new Date(ground.clock.now().getTime() - TRIED_DAYS * DAY_MS).toISOString();
  const scope: RunScope = { over: 'threads', since, open: false, heard: body.trigger };
  return begin(ground, actor, async (tx) => {
    const fields = await checkRule(tx, actor.workspaceId, body, language);
    if (fields.length > 0) return err({ kind: 'cannot-be', fields });
    return ok({
      kind: 'try',
      ruleId: null,
      body,
      scope,
      total: await countThreads(tx, actor.workspaceId, scope),
    });
  });
};

/** Does what a rule says to conversations that are already there: only order is made, nobody is told. */
export const applyRule = (
  ground: RunGround,
  actor: Member,
  ruleId: string,
  { days, open }: { readonly days: number | null; readonly open: boolean },
  language: 'it' | 'en',
): Promise<Result<RunView, RunFailure>> =>
  begin(ground, actor, async (tx) => {
    const rule = await lockRule(tx, actor.workspaceId, ruleId);
    if (!rule) return err({ kind: 'not-found' });
    const fields = await checkRule(tx, actor.workspaceId, rule.body, language);
    if (fields.length > 0) return err({ kind: 'cannot-be', fields });
    const since = days === null ? null : new Date(ground.clock.now().getTime() - days * DAY_MS).toISOString();
    const scope = { over: 'threads', since, open } as const;
    const total = await countThreads(tx, actor.workspaceId, scope);
    return ok({ kind: 'apply', ruleId, body: rule.body, scope, total });
  });

/** Takes back what a rule did in a time, or in one run over what was there, which it stops. */
export const undoRule = (
  ground: RunGround,
  actor: Member,
  ruleId: string,
  of: { readonly runId: string } | { readonly from: Date; readonly to: Date },
): Promise<Result<RunView, RunFailure>> =>
  begin(ground, actor, async (tx) => {
    const { workspaceId } = actor;
    const runId = 'runId' in of ? of.runId : null;
    if (runId) {
      const run = await lockRun(tx, workspaceId, runId);
      if (run?.ruleId !== ruleId || run.kind !== 'apply') return err({ kind: 'not-found' });
      const stopped = runAfter(run.state, 'stop');
      if (stopped) await updateRun(tx, workspaceId, runId, { state: stopped, endedAt: ground.clock.now() });
    }
    const [from, to] = 'runId' in of ? [new Date(0), ground.clock.now()] : [of.from, of.to];
    const total = await countUndoable(tx, workspaceId, { ruleId, runId, from, to });
    if (total === 0 && !runId && !(await lockRule(tx, workspaceId, ruleId)))
      return err({ kind: 'not-found' });
    const scope = { over: 'deeds', runId, from: from.toISOString(), to: to.toISOString() } as const;
    return ok({ kind: 'undo', ruleId, body: null, scope, total });
  });

type Begun = Pick<RunRow, 'kind' | 'ruleId' | 'body' | 'scope' | 'total'>;
const audited = { try: null, apply: 'rule.applied', undo: 'rule.undone' } as const;

const begin = async (
  ground: RunGround,
  actor: Member,
  plan: (tx: Transaction) => Promise<Result<Begun, RunFailure>>,
): Promise<Result<RunView, RunFailure>> => {
  if (!may(actor, 'rules.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId, personId } = actor;
  const id = newId();
  const begun = await ground.database.inWorkspace(
    workspaceId,
    async (tx): Promise<Result<null, RunFailure>> => {
      const planned = await plan(tx);
      if (!planned.ok) return planned;
      await insertRun(tx, {
        ...planned.value,
        ...{ workspaceId, id, personId, state: 'running', createdAt: ground.clock.now() },
      });
      const { kind, ruleId, total } = planned.value;
      const action = audited[kind];
      const subject = { subjectKind: 'rule', ...(ruleId ? { subjectId: ruleId } : {}) };
      if (action) await audit(tx, actor, { action, ...subject, details: { total } });
      await ground.jobs.send(tx, RUN_JOB, { workspaceId, runId: id });
      return ok(null);
    },
  );
  if (!begun.ok) return begun;
  await runRule(ground, workspaceId, id, AT_ONCE);
  return viewRun(ground, actor, id);
};

export const orderRun = async (
  ground: RunGround,
  actor: Member,
  id: string,
  order: Extract<RunOrder, 'pause' | 'resume' | 'stop'>,
): Promise<Result<RunView, RunFailure>> => {
  if (!may(actor, 'rules.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const ordered = await ground.database.inWorkspace(
    workspaceId,
    async (tx): Promise<Result<null, RunFailure>> => {
      const run = await lockRun(tx, workspaceId, id);
      if (!run) return err({ kind: 'not-found' });
      const next = runAfter(run.state, order);
      if (!next) return err({ kind: 'run-over', state: run.state });
      await updateRun(tx, workspaceId, id, {
        ...{ state: next, failures: 0 },
        ...(next === 'stopped' ? { endedAt: ground.clock.now() } : {}),
      });
      if (run.kind !== 'try' && order === 'stop' && run.ruleId)
        await audit(tx, actor, { action: 'rule.run-stopped', subjectKind: 'rule', subjectId: run.ruleId });
      if (next === 'running') await ground.jobs.send(tx, RUN_JOB, { workspaceId, runId: id });
      await appendLive(tx, workspaceId, [runChanged(id)]);
      return ok(null);
    },
  );
  return ordered.ok ? viewRun(ground, actor, id) : ordered;
};

export const viewRun = (
  { database }: Pick<RunGround, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<RunView, RunFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'rules.read')) return err({ kind: 'not-allowed' });
    const run = await readRun(tx, actor.workspaceId, id);
    if (!run) return err({ kind: 'not-found' });
    const ids = run.examples.map(({ threadId }) => threadId);
    const threads = await readAuthorNames(tx, actor.workspaceId, ids);
    const examples = run.examples.flatMap((example) => {
      const thread = threads.get(example.threadId);
      return thread ? [{ ...example, ...thread }] : [];
    });
    return ok({ ...run, examples });
  });
