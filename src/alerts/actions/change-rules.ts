import { aspects } from '../../language/index.ts';
import { audit, findWorkspace, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type FalseAlarms, falseAlarms } from '../model/false-alarms.ts';
import { countingKinds, HEARD, READ } from '../model/kinds.ts';
import { createLocalHours, hourOf } from '../model/local-hours.ts';
import { replayShifts, replaySilences, replaySpikes } from '../model/replay.ts';
import type { HourlyCounts } from '../model/seasonal-baseline.ts';
import { countWatch, readCounts } from '../store/count-hours.ts';
import { type AlertRule, readRules, updateRule } from '../store/rules.ts';
import { ensureRules } from './ensure-rules.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;
type Failure = { readonly kind: 'not-allowed' | 'not-found' };

export type RuleChange = {
  readonly state?: 'on' | 'off' | undefined;
  readonly falseAlarms?: FalseAlarms | undefined;
  readonly leastReach?: number | undefined;
};

/** The rules of a company with the names of their watches; the usual ones are made where there are none. */
export const readCompanyRules = (
  { database, clock }: Ground,
  actor: Member,
): Promise<Result<readonly (AlertRule & { readonly watchName: string })[], Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' });
    const watches = await ensureRules(tx, actor.workspaceId, clock.now());
    const rules = await readRules(tx, actor.workspaceId);
    return ok(
      watches.flatMap(({ id, name }) =>
        rules.filter(({ watchId }) => watchId === id).map((rule) => ({ ...rule, watchName: name })),
      ),
    );
  });

/** A rule that is turned on again tells of nothing that happened while it was off. */
export const changeRule = (
  { database, clock }: Ground,
  actor: Member,
  id: string,
  change: RuleChange,
): Promise<Result<AlertRule, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const now = clock.now();
    const before = (await readRules(tx, workspaceId)).find((rule) => rule.id === id);
    if (!before) return err({ kind: 'not-found' });
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const since = change.state === 'on' && before.state === 'off' ? { since: now } : {};
    const rule = await updateRule(tx, workspaceId, id, { ...given, ...since, updatedAt: now });
    if (!rule) return err({ kind: 'not-found' });
    await audit(tx, actor, {
      action: 'alert-rule.changed',
      subjectKind: 'alert-rule',
      subjectId: id,
      details: given,
    });
    await appendLive(tx, workspaceId, [{ kind: 'alert.changed', payload: { alertIds: [] } }]);
    return ok(rule);
  });

export type RulePreview = {
  /** Days that there were to look at, at most 90. */
  readonly days: number;
  /** How often somebody would have been told, by choice; null where nothing is counted. */
  readonly told: Readonly<Record<FalseAlarms, number>> | null;
};

const LOOKED_BACK = 90 * 24;
/** Days of learning before the first look of a preview. */
const LEARNING = 8 * 24;
/** Days: learning anew each day would take seconds and change little. */
const LEARN_EVERY = 7;

/** How often this rule would have told somebody in the last 90 days, for each choice of false alarms. */
export const previewRule = (
  { database, clock }: Ground,
  actor: Member,
  id: string,
): Promise<Result<RulePreview, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' });
    const watches = await ensureRules(tx, actor.workspaceId, clock.now());
    const rule = (await readRules(tx, actor.workspaceId)).find((one) => one.id === id);
    const watch = watches.find((one) => one.id === rule?.watchId);
    if (!rule || !watch) return err({ kind: 'not-found' });
    if (!countingKinds.has(rule.kind)) return ok({ days: 0, told: null });
    await countWatch(tx, actor.workspaceId, watch, clock.now());
    return ok(await replayRule(tx, rule, clock.now()));
  });

const replayRule = async (tx: Transaction, rule: AlertRule, now: Date): Promise<RulePreview> => {
  const company = await findWorkspace(tx, rule.workspaceId);
  const local = createLocalHours(company?.timeZone ?? 'Europe/Rome');
  const byMeasure = await readCounts(tx, rule.workspaceId, rule.watchId, now);
  const counts = byMeasure.get(HEARD);
  if (!counts) return { days: 0, told: null };
  const from = Math.max(counts.start + LEARNING, hourOf(now) - LOOKED_BACK);
  const days = Math.floor((hourOf(now) - from) / 24);
  if (days < 1) return { days: 0, told: null };
  const count = (choice: FalseAlarms): number => {
    const replay = { counts, local, choice, from, learnEvery: LEARN_EVERY };
    if (rule.kind === 'spike') return replaySpikes(replay).length;
    if (rule.kind === 'silence') return replaySilences(replay).length;
    const measures = rule.kind === 'polarity' ? ['neg'] : aspects.map((aspect) => `aspect:${aspect}`);
    return measures.reduce(
      (sum, measure) => sum + shiftsOf(byMeasure, measure, { choice, from, among: measures.length }),
      0,
    );
  };
  return {
    days,
    told: Object.fromEntries(falseAlarms.map((one) => [one, count(one)])) as Record<FalseAlarms, number>,
  };
};

const shiftsOf = (
  byMeasure: ReadonlyMap<string, HourlyCounts>,
  measure: string,
  replay: { readonly choice: FalseAlarms; readonly from: number; readonly among: number },
): number => {
  const [read, marked] = [byMeasure.get(READ), byMeasure.get(measure)];
  if (!read || !marked) return 0;
  return replayShifts({ start: read.start, read: read.counts, marked: marked.counts }, replay).length;
};
