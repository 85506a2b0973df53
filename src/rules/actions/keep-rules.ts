import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { RuleBody } from '../model/rule.ts';
import {
  deleteRule,
  insertRule,
  lockRule,
  type RuleRow,
  readCounts,
  readRules,
  savePositions,
  updateRule,
} from '../store/rule-rows.ts';
import { checkRule, type FieldProblem } from './check-rule.ts';
import { rulesChanged } from './pause-rule.ts';
import { forgetRules, signalRules } from './rules-of.ts';

export type Ground = Pick<Platform, 'database' | 'clock' | 'signals'>;

export type RuleWish = {
  readonly name: string;
  readonly body: RuleBody;
  readonly stops: boolean;
  readonly mostPerHour: number;
};

export type RuleFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'changed' | 'too-many' | 'not-all' }
  | { readonly kind: 'cannot-be'; readonly fields: readonly FieldProblem[] };

export type RuleView = RuleRow & {
  /** In the last seven days. */
  readonly week: { readonly deeds: number; readonly threads: number; readonly lastAt: string | null };
};

const MOST = 100;
const WEEK_MS = 7 * 86_400_000;
const none = { deeds: 0, threads: 0, lastAt: null };

export const listRules = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
): Promise<Result<readonly RuleView[], RuleFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'rules.read')) return err({ kind: 'not-allowed' });
    const rows = await readRules(tx, actor.workspaceId);
    if (rows.length === 0) return ok([]);
    const counts = await readCounts(tx, actor.workspaceId, new Date(clock.now().getTime() - WEEK_MS));
    return ok(rows.map((row) => ({ ...row, week: counts.get(row.id) ?? none })));
  });

/** Adds a rule, the last to be asked and off, or changes one: it begins anew from now on. */
export const keepRule = (
  ground: Ground,
  actor: Member,
  wish: RuleWish,
  { id, version, isOn = false }: { readonly id?: string; readonly version?: number; readonly isOn?: boolean },
  language: 'it' | 'en',
): Promise<Result<RuleRow, RuleFailure>> =>
  changing(ground, actor, async (tx) => {
    const { workspaceId, personId } = actor;
    const known = id ? await lockRule(tx, workspaceId, id) : undefined;
    if (id && !known) return err({ kind: 'not-found' });
    if (known && known.version !== version) return err({ kind: 'changed' });
    const fields = await checkRule(tx, workspaceId, wish.body, language);
    if (fields.length > 0) return err({ kind: 'cannot-be', fields });
    const now = ground.clock.now();
    const fresh = { ownerId: personId, activeSince: now, updatedAt: now, failures: 0, pauseReason: null };
    if (known) {
      const state = known.state === 'paused' ? ('off' as const) : known.state;
      const change = { ...wish, ...fresh, state, version: known.version + 1 };
      await updateRule(tx, workspaceId, known.id, change);
      const changed = { ...known, ...change };
      await tell(tx, actor, 'rule.changed', known.id, { version: changed.version });
      return ok(changed);
    }
    const others = await readRules(tx, workspaceId);
    if (others.length >= MOST) return err({ kind: 'too-many' });
    const row: RuleRow = {
      ...{ workspaceId, id: newId(), position: others.length, state: isOn ? 'on' : 'off', version: 1 },
      ...{ ...wish, ...fresh, lastTurn: null, lookedAt: null, createdAt: now },
    };
    await insertRule(tx, row);
    await tell(tx, actor, 'rule.added', row.id, { name: wish.name });
    return ok(row);
  });

/** Turns a rule on (from now on, whatever paused it) or off. */
export const setRule = (
  ground: Ground,
  actor: Member,
  id: string,
  state: 'on' | 'off',
  language: 'it' | 'en',
): Promise<Result<RuleRow, RuleFailure>> =>
  changing(ground, actor, async (tx) => {
    const known = await lockRule(tx, actor.workspaceId, id);
    if (!known) return err({ kind: 'not-found' });
    if (known.state === state) return ok(known);
    const fields = state === 'on' ? await checkRule(tx, actor.workspaceId, known.body, language) : [];
    if (fields.length > 0) return err({ kind: 'cannot-be', fields });
    const now = ground.clock.now();
    const change = { state, pauseReason: null, failures: 0, activeSince: now, updatedAt: now };
    await updateRule(tx, actor.workspaceId, id, change);
    await tell(tx, actor, state === 'on' ? 'rule.turned-on' : 'rule.turned-off', id);
    return ok({ ...known, ...change });
  });

export const removeRule = (ground: Ground, actor: Member, id: string): Promise<Result<null, RuleFailure>> =>
  changing(ground, actor, async (tx) => {
    const known = await lockRule(tx, actor.workspaceId, id);
    if (!known) return err({ kind: 'not-found' });
    await deleteRule(tx, actor.workspaceId, id);
    await tell(tx, actor, 'rule.removed', id, { name: known.name });
    return ok(null);
  });

/** In which order they are asked: all of them are named. */
export const orderRules = (
  ground: Ground,
  actor: Member,
  ids: readonly string[],
): Promise<Result<null, RuleFailure>> =>
  changing(ground, actor, async (tx) => {
    const known = (await readRules(tx, actor.workspaceId)).map(({ id }) => id);
    if (ids.length !== known.length || !known.every((id) => ids.includes(id)))
      return err({ kind: 'not-all' });
    await savePositions(tx, actor.workspaceId, ids);
    await tell(tx, actor, 'rules.ordered');
    return ok(null);
  });

const changing = async <Value>(
  ground: Ground,
  actor: Member,
  change: (tx: Transaction) => Promise<Result<Value, RuleFailure>>,
): Promise<Result<Value, RuleFailure>> => {
  if (!may(actor, 'rules.manage')) return err({ kind: 'not-allowed' });
  const changed = await ground.database.inWorkspace(actor.workspaceId, change);
  if (changed.ok) await forgetRules(ground, actor.workspaceId);
  return changed;
};

const tell = async (
  tx: Transaction,
  actor: Member,
  action: string,
  subjectId?: string,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const subject = { subjectKind: 'rule', ...(subjectId ? { subjectId } : {}) };
  await audit(tx, actor, { action, ...subject, ...(details ? { details } : {}) });
  await signalRules(tx, actor.workspaceId);
  await appendLive(tx, actor.workspaceId, [rulesChanged('rules', subjectId ? [subjectId] : [])]);
};
