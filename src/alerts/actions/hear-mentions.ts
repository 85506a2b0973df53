import { z } from 'zod';
import type { Transaction } from '../../platform/db/database.ts';
import type { Subscription } from '../../platform/events/events.ts';
import type { AuthorId, WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAuthorReach } from '../../relations/index.ts';
import type { AlertFacts } from '../model/facts.ts';
import { HEARD } from '../model/kinds.ts';
import { type AlertRule, readRules } from '../store/rules.ts';
import { type Alert, openAlert, readLatest, updateAlert } from '../store/stories.ts';
import { type FreshMention, freshMentions } from '../store/story-mentions.ts';
import { newAlert } from './look.ts';
import { tellOfAlerts } from './tell-of-alerts.ts';

const PayloadSchema = z.object({
  mentions: z.array(
    z.object({ id: z.string(), isNew: z.boolean(), ours: z.boolean(), removed: z.boolean() }),
  ),
});

/** Mentions said longer ago than this are history that was just taken in: nobody is woken for it. Hours. */
const FRESH_HOURS = 48;

/** What is told at once: a watched phrase, and the first words of somebody with reach. After the room of relations has recorded them. */
export const alertsSubscription = (platform: Pick<Platform, 'clock' | 'jobs'>): Subscription => ({
  name: 'alerts.mentions',
  kinds: ['mentions.received'],
  handle: async (tx, workspaceId, events) => {
    const rules = (await readRules(tx, workspaceId)).filter(
      ({ kind, state }) => state === 'on' && (kind === 'phrase' || kind === 'reach'),
    );
    if (rules.length === 0) return;
    const ids = events.flatMap(({ payload }) =>
      PayloadSchema.parse(payload)
        .mentions.filter(({ isNew, ours, removed }) => isNew && !ours && !removed)
        .map(({ id }) => id),
    );
    const now = platform.clock.now();
    const fresh = (await freshMentions(tx, workspaceId, ids)).filter(
      ({ saidAt }) => now.getTime() - saidAt.getTime() < FRESH_HOURS * 3_600_000,
    );
    if (fresh.length > 0) await tellOfMentions(platform, tx, workspaceId, { rules, fresh, now });
  },
});

type Heard = {
  readonly rules: readonly AlertRule[];
  readonly fresh: readonly FreshMention[];
  readonly now: Date;
};

const tellOfMentions = async (
  platform: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  { rules, fresh, now }: Heard,
): Promise<void> => {
  const reach = await reachOf(tx, workspaceId, fresh);
  const open = (await readLatest(tx, workspaceId)).filter(({ endedAt }) => endedAt === null);
  const [opened, changed]: [Alert[], string[]] = [[], []];
  for (const rule of rules) {
    const found = fresh.filter(
      ({ watchId, saidAt, isFirst, authorId }) =>
        watchId === rule.watchId &&
        saidAt >= rule.since &&
        (rule.kind === 'phrase' || (isFirst && reach(authorId) >= rule.leastReach)),
    );
    const [first] = found;
    if (!first) continue;
    const goesOn = open.find(({ ruleId }) => ruleId === rule.id);
    if (goesOn) {
      const heard = goesOn.facts.heard + found.length;
      await updateAlert(tx, workspaceId, goesOn.id, {
        facts: { ...goesOn.facts, heard, marked: heard },
        grewAt: now,
      });
      changed.push(goesOn.id);
    } else {
      const facts = factsOf(found.length, first.id);
      const alert = await openAlert(
        tx,
        newAlert(rule, { measure: HEARD, beganAt: first.saidAt, facts, now }),
      );
      if (alert) opened.push(alert);
    }
  }
  await tellOfAlerts(platform, tx, workspaceId, opened);
  const alertIds = [...changed, ...opened.map(({ id }) => id)];
  if (alertIds.length > 0)
    await appendLive(tx, workspaceId, [{ kind: 'alert.changed', payload: { alertIds } }]);
};

const factsOf = (heard: number, mentionId: string): AlertFacts => ({
  heard,
  marked: heard,
  expected: 0,
  low: 0,
  high: 0,
  chance: null,
  usualShare: null,
  windowHours: 0,
  mentionId,
});

/** People who speak to somebody are far fewer than those who listen: one of them stands for so many followers. */
const FOLLOWERS_A_VOICE = 100;

/** Followers where they are known; else as many as those who were heard speaking to them stand for. */
const reachOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  fresh: readonly FreshMention[],
): Promise<(authorId: AuthorId) => number> => {
  const authorIds = [...new Set(fresh.filter(({ isFirst }) => isFirst).map(({ authorId }) => authorId))];
  const known = new Map(
    (await readAuthorReach(tx, workspaceId, authorIds)).map((one) => [one.authorId, one]),
  );
  return (authorId) => {
    const one = known.get(authorId);
    return one ? (one.followers ?? one.spokenTo * FOLLOWERS_A_VOICE) : 0;
  };
};
