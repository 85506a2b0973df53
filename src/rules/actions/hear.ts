import { z } from 'zod';
import { threadsOf } from '../../conversation/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { DomainEvent, Subscription } from '../../platform/events/events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { askingsOf, type Happening } from '../model/happening.ts';
import type { Rule } from '../model/rule.ts';
import { type Sign, SignSchema } from '../model/sign.ts';
import { readCaseThreads, readSpoken } from '../store/happening-rows.ts';
import { act } from './act.ts';
import { noteFailure, noteSuccess } from './note-failure.ts';
import { rulesOf } from './rules-of.ts';
import { signsOf } from './signs-of.ts';

export const HEAR_JOB = 'rules.hear';

/** What was said longer ago than this is history that was just taken in: no rule answers to it. */
const FRESH_MS = 48 * 3_600_000;
/** Handed over together: a batch holds its conversations still. */
const AT_ONCE = 200;

const DataSchema = z.object({ workspaceId: z.uuid(), signs: z.array(SignSchema) });

type Ground = Pick<Platform, 'database' | 'clock' | 'jobs' | 'signals' | 'log'>;

/**
 * Judged in memory first: a company whose rules, if it has any, do not answer to what happened pays nothing. What they answer to goes to a
 * job: who hands events over must not wait for conversations that people hold.
 */
export const rulesSubscription = (platform: Ground): Subscription => ({
  name: HEAR_JOB,
  kinds: [
    'mentions.received',
    'mentions.reread',
    'threads.changed',
    'thread.overdue',
    'thread.reopened',
    'thread.labelled',
    'threads.organised',
    'cases.changed',
    'rules.acted',
  ],
  handle: async (tx, workspaceId, events) => {
    const { rules } = await rulesOf(platform, tx, workspaceId);
    if (rules.length === 0) return;
    const signs = wanted(rules, events);
    for (const sign of signs)
      for (let start = 0; start < sign.ids.length; start += AT_ONCE)
        await platform.jobs.send(tx, HEAR_JOB, {
          workspaceId,
          signs: [{ ...sign, ids: sign.ids.slice(start, start + AT_ONCE) }],
        });
  },
});

const wanted = (rules: readonly Rule[], events: readonly DomainEvent[]): readonly Sign[] => {
  const heard = new Set(rules.map(({ body }) => body.trigger.when));
  if (heard.has('mention-new')) heard.add('thread-new');
  if (heard.has('thread-new')) heard.add('mention-new');
  return events.flatMap(signsOf).filter(({ when, ids }) => ids.length > 0 && heard.has(when));
};

export const hearJob = (platform: Ground): JobDefinition => ({
  name: HEAR_JOB,
  concurrency: 1,
  handle: async (data) => {
    const { workspaceId, signs } = DataSchema.parse(data);
    await hearSigns(platform, workspaceId, signs);
  },
});

/** Rules answer to what happened. Told twice, it is done once. */
export const hearSigns = async (
  platform: Ground,
  workspaceId: WorkspaceId,
  signs: readonly Sign[],
): Promise<void> => {
  const rules = await platform.database
    .inWorkspace(workspaceId, (tx) => answer(platform, tx, workspaceId, signs))
    .catch((error: unknown) => error);
  if (Array.isArray(rules)) return noteSuccess(platform, workspaceId, rules as readonly Rule[]);
  platform.log.warn({ error: String(rules) }, 'rules could not be asked together: each by itself');
  await eachByItself(platform, workspaceId, signs);
};

/** One that fails must not stop the others: it is told apart, and paused when it goes on. */
const eachByItself = async (
  platform: Ground,
  workspaceId: WorkspaceId,
  signs: readonly Sign[],
): Promise<void> => {
  const { rules } = await platform.database.inWorkspace(workspaceId, (tx) =>
    rulesOf(platform, tx, workspaceId),
  );
  for (const rule of rules) {
    try {
      await platform.database.inWorkspace(workspaceId, (tx) =>
        answer(platform, tx, workspaceId, signs, rule),
      );
    } catch (error) {
      platform.log.error({ ruleId: rule.id, error: String(error) }, 'a rule failed');
      await noteFailure(platform, workspaceId, rule.id);
    }
  }
};

/** Gives the rules that were asked. */
const answer = async (
  platform: Ground,
  tx: Transaction,
  workspaceId: WorkspaceId,
  signs: readonly Sign[],
  only?: Rule,
): Promise<readonly Rule[]> => {
  const { rules, answers } = await rulesOf(platform, tx, workspaceId);
  const asked = only ? rules.filter(({ id }) => id === only.id) : rules;
  const since = new Date(platform.clock.now().getTime() - FRESH_MS);
  const happenings: Happening[] = [];
  for (const sign of signs) happenings.push(...(await happeningsOf(tx, workspaceId, sign, since)));
  await act(platform, tx, workspaceId, answers, askingsOf(asked, happenings));
  return asked;
};

const happeningsOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { when, by, at, ids, of, labelIds, chain }: Sign,
  since: Date,
): Promise<readonly Happening[]> => {
  if (of === 'cases')
    return (await readCaseThreads(tx, workspaceId, ids)).map(({ caseId, threadId, openedAt }) => ({
      ...{ threadId, when, key: `case:${caseId}`, at: openedAt, chain },
    }));
  if (of === 'threads')
    return ids.map((threadId) => ({
      threadId,
      when,
      key: `${when}:${by}`,
      at: new Date(at),
      labelIds,
      chain,
    }));
  if (when === 'reading-changed') {
    const threads = new Set((await threadsOf(tx, workspaceId, ids)).values());
    return [...threads].map((threadId) => ({ threadId, when, key: `read:${by}`, at: new Date(at), chain }));
  }
  return (await readSpoken(tx, workspaceId, ids, since)).flatMap(({ threadId, mentionId, isNew }) => {
    const said = { threadId, at: new Date(at), chain };
    const spoken = { ...said, when: 'mention-new' as const, key: `said:${mentionId}` };
    return isNew ? [{ ...said, when: 'thread-new' as const, key: 'new' }, spoken] : [spoken];
  });
};
