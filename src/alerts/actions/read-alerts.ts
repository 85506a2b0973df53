import { readMentions } from '../../listening/index.ts';
import { findWorkspace, type Member, may, personNames } from '../../people/index.ts';
import type { Language } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok } from '../../platform/result.ts';
import { HEARD } from '../model/kinds.ts';
import { HOUR_MS, hourOf } from '../model/local-hours.ts';
import { readCounts } from '../store/count-hours.ts';
import { listDeliveries } from '../store/deliveries.ts';
import { readNames } from '../store/rules.ts';
import { type Alert, type AlertPlace, listAlerts, readAlert } from '../store/stories.ts';
import { storyMentionIds } from '../store/story-mentions.ts';
import { explainAlert, sayIn, spanOf } from './explain.ts';
import { usualOf } from './watch-story.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

const MOST_MENTIONS = 50;
/** Hours drawn before a story and after it. */
const DRAWN = { before: 48, after: 12, most: 240 } as const;

/** The latest stories, each said in a sentence. */
export const readAlertList = (
  { database }: Ground,
  actor: Member,
  { before, limit, language }: { before?: AlertPlace | undefined; limit: number; language: Language },
) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId } = actor;
    const found = await listAlerts(tx, workspaceId, { before, limit: limit + 1 });
    const page = found.slice(0, limit);
    const company = await findWorkspace(tx, workspaceId);
    const watches = await readNames(tx, workspaceId);
    const acknowledged = page.flatMap(({ acknowledgedBy }) => (acknowledgedBy ? [acknowledgedBy] : []));
    const people = await personNames(tx, workspaceId, acknowledged);
    const alerts = page.map((alert) => {
      const watchName = watches.get(alert.watchId) ?? '…';
      const said = sayIn(company, alert, watchName, [], language);
      return { ...viewOf(alert, people), watchName, ...said };
    });
    return ok({ alerts, last: found.length > limit ? page.at(-1) : undefined });
  });

/** One story with all that explains it: the sentence, the words that grew, the hours around it, the mentions behind it. */
export const readAlertStory = ({ database, clock }: Ground, actor: Member, id: string, language: Language) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId } = actor;
    const alert = await readAlert(tx, workspaceId, id);
    if (!alert) return err({ kind: 'not-found' as const });
    const now = clock.now();
    const said = await explainAlert(tx, workspaceId, alert, { language, now });
    const company = await findWorkspace(tx, workspaceId);
    const counts = await readCounts(tx, workspaceId, alert.watchId, now);
    const mentionIds = alert.facts.mentionId
      ? [alert.facts.mentionId]
      : await storyMentionIds(tx, workspaceId, spanOf(alert, now), MOST_MENTIONS);
    const mentions = await readMentions(tx, workspaceId, mentionIds);
    const people = await personNames(tx, workspaceId, alert.acknowledgedBy ? [alert.acknowledgedBy] : []);
    const timeZone = company?.timeZone ?? 'Europe/Rome';
    return ok({
      ...viewOf(alert, people),
      ...said,
      timeZone,
      hours: hoursOf(alert, counts.get(HEARD), counts.get(alert.measure), timeZone, now),
      mentions,
      deliveries: (await listDeliveries(tx, workspaceId, id)).map(({ way, state, problem }) => ({
        way,
        state,
        problem,
      })),
    });
  });

/** What was heard in each hour around a story, and what was usual then. */
const hoursOf = (
  alert: Alert,
  heard: { readonly start: number; readonly counts: readonly number[] } | undefined,
  measured: { readonly start: number; readonly counts: readonly number[] } | undefined,
  timeZone: string,
  now: Date,
) => {
  if (!heard) return [];
  const [began, until] = [hourOf(alert.beganAt), hourOf(alert.endedAt ?? now)];
  const to = Math.min(hourOf(now), until + DRAWN.after);
  const from = Math.max(began - DRAWN.before, to - DRAWN.most);
  const baseline = usualOf(heard, { timeZone, now: alert.openedAt });
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const hour = from + index;
    return {
      at: new Date(hour * HOUR_MS).toISOString(),
      heard: heard.counts[hour - heard.start] ?? 0,
      marked: alert.measure === HEARD ? null : (measured?.counts[hour - measured.start] ?? 0),
      usual: baseline ? Math.round(baseline.mean(hour) * 100) / 100 : null,
      isStory: hour >= began && hour <= until,
    };
  });
};

const viewOf = (alert: Alert, people: ReadonlyMap<string, string>) => ({
  id: alert.id,
  watchId: alert.watchId,
  kind: alert.kind,
  measure: alert.measure,
  beganAt: alert.beganAt.toISOString(),
  openedAt: alert.openedAt.toISOString(),
  grewAt: alert.grewAt.toISOString(),
  endedAt: alert.endedAt?.toISOString() ?? null,
  figures: alert.facts,
  acknowledged: alert.acknowledgedAt
    ? {
        at: alert.acknowledgedAt.toISOString(),
        by: (alert.acknowledgedBy && people.get(alert.acknowledgedBy)) ?? '',
      }
    : null,
});
