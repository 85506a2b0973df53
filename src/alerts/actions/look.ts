import { findWorkspace } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { countWatch, lastHeardAt, readCounts } from '../store/count-hours.ts';
import {
  type AlertRule,
  holdLook,
  listeningWorkspaces,
  readRules,
  type WatchedName,
} from '../store/rules.ts';
import { type Alert, endOrphans, openAlert, readLatest, updateAlert } from '../store/stories.ts';
import { ensureRules } from './ensure-rules.ts';
import { tellOfAlerts } from './tell-of-alerts.ts';
import { type Known, lookForShifts, lookForSilence, lookForSpike, type Seen } from './watch-story.ts';

/** Hours after their latest mention at which stories of single mentions end. */
const MENTION_STORY_HOURS = 24;

type Ground = Pick<Platform, 'database' | 'clock' | 'jobs' | 'log'>;

/** Every five minutes, in one process at a time for each company. */
export const lookJob = (platform: Ground): JobDefinition => ({
  name: 'alerts.look',
  cron: '*/5 * * * *',
  retries: 0,
  handle: async () => {
    const workspaces = await platform.database.asInstallation(listeningWorkspaces);
    for (const workspaceId of workspaces) {
      try {
        await lookAtCompany(platform, workspaceId);
      } catch (error) {
        // One company's trouble must not keep the others from being looked at; the next look tries again.
        platform.log.error({ workspaceId, error: String(error) }, 'a look for alerts failed');
      }
    }
  },
});

/** Counts, compares, and writes stories down: opened, grown, ended. Doing it twice changes nothing. */
export const lookAtCompany = (platform: Ground, workspaceId: WorkspaceId): Promise<void> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    if (!(await holdLook(tx, workspaceId))) return;
    const now = platform.clock.now();
    const company = await findWorkspace(tx, workspaceId);
    const timeZone = company?.timeZone ?? 'Europe/Rome';
    const watches = (await ensureRules(tx, workspaceId, now)).filter(({ isActive }) => isActive);
    const rules = (await readRules(tx, workspaceId)).filter(({ state }) => state === 'on');
    const changed = [...(await endOrphans(tx, workspaceId, now))];
    const latest = await readLatest(tx, workspaceId);
    const opened: Alert[] = [];
    for (const watch of watches) {
      const ofWatch = rules.filter(({ watchId }) => watchId === watch.id);
      if (ofWatch.length === 0) continue;
      const known = await countAndRead(tx, workspaceId, watch, { timeZone, now });
      for (const rule of ofWatch) {
        const outcome = await settle(tx, rule, latest, seenBy(rule, known, latest), now);
        opened.push(...outcome.opened);
        changed.push(...outcome.changed);
      }
    }
    await tellOfAlerts(platform, tx, workspaceId, opened);
    const alertIds = [...changed, ...opened.map(({ id }) => id)];
    if (alertIds.length > 0)
      await appendLive(tx, workspaceId, [{ kind: 'alert.changed', payload: { alertIds } }]);
  });

const countAndRead = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  watch: WatchedName,
  { timeZone, now }: Pick<Known, 'timeZone' | 'now'>,
): Promise<Known> => {
  await countWatch(tx, workspaceId, watch, now);
  const counts = await readCounts(tx, workspaceId, watch.id, now);
  const lastHeard = await lastHeardAt(tx, workspaceId, watch.id, now);
  return { counts, lastHeard, timeZone, now };
};

const latestOf = (rule: AlertRule, latest: readonly Alert[], measure: string): Alert | undefined =>
  latest.find((alert) => alert.ruleId === rule.id && alert.measure === measure);

/** Stories of single mentions are begun when these come (hear-mentions.ts): here they only end. */
const seenBy = (rule: AlertRule, known: Known, latest: readonly Alert[]): readonly Seen[] => {
  if (rule.kind === 'spike') return [lookForSpike(rule, known, latestOf(rule, latest, 'heard'))];
  if (rule.kind === 'silence') return [lookForSilence(rule, known)];
  if (rule.kind === 'polarity' || rule.kind === 'aspect')
    return lookForShifts(rule, known, (measure) => latestOf(rule, latest, measure));
  const isOver = (alert: Alert) =>
    known.now.getTime() - alert.grewAt.getTime() > MENTION_STORY_HOURS * 3_600_000;
  return latest
    .filter((alert) => alert.ruleId === rule.id && !alert.endedAt && isOver(alert))
    .map(({ measure }) => ({ measure, story: null }));
};

const settle = async (
  tx: Transaction,
  rule: AlertRule,
  latest: readonly Alert[],
  seen: readonly Seen[],
  now: Date,
): Promise<{ readonly opened: readonly Alert[]; readonly changed: readonly string[] }> => {
  const opened: Alert[] = [];
  const changed: string[] = [];
  for (const { measure, story } of seen) {
    const before = latestOf(rule, latest, measure);
    const isOpen = before !== undefined && before.endedAt === null;
    if (isOpen && !story) {
      await updateAlert(tx, rule.workspaceId, before.id, { endedAt: now });
      changed.push(before.id);
    } else if (isOpen && story && story.facts.heard > before.facts.heard) {
      await updateAlert(tx, rule.workspaceId, before.id, { facts: story.facts, grewAt: now });
      changed.push(before.id);
    } else if (!isOpen && story) {
      const alert = await openAlert(tx, newAlert(rule, { measure, ...story, now }));
      if (alert) opened.push(alert);
    }
  }
  return { opened, changed };
};

export const newAlert = (
  rule: AlertRule,
  story: Pick<Alert, 'measure' | 'beganAt' | 'facts'> & { readonly now: Date },
): Alert => ({
  workspaceId: rule.workspaceId,
  id: newId(),
  ruleId: rule.id,
  watchId: rule.watchId,
  kind: rule.kind,
  measure: story.measure,
  beganAt: story.beganAt,
  openedAt: story.now,
  grewAt: story.now,
  endedAt: null,
  facts: story.facts,
  acknowledgedAt: null,
  acknowledgedBy: null,
});
