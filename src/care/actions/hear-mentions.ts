import { z } from 'zod';
import { type MentionView, readMentions } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Subscription } from '../../platform/events/events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { calledBy } from '../model/called-by.ts';
import type { CaseEvent } from '../model/case-event.ts';
import { decide } from '../model/decide.ts';
import { hearOne } from '../model/hear-one.ts';
import { casesOfMentions, casesOfThread, isInCase, latestCaseOfAuthor } from '../store/case-mentions.ts';
import { type KeptCase, knowsAnswer, lockCase } from '../store/cases.ts';
import { standingOf } from '../store/near-cases.ts';
import { type CareSettings, holdSettings } from '../store/settings.ts';
import { assess, isPublicMention } from './assess.ts';
import { renewDue } from './due.ts';
import { type Doing, happen, tellOfCases } from './happen.ts';
import { joinMentions } from './join-mentions.ts';
import { openFrom } from './open-case.ts';

export const HEAR_JOB = 'care.hear';
/** Mentions that are heard together. */
const CHUNK = 500;
/** Praise so long after the end of a case is another story. */
const PRAISE_DAYS = 90;

const Received = z.object({
  past: z.literal(true).optional(),
  mentions: z.array(
    z.object({ id: z.uuid(), isNew: z.boolean(), automatic: z.string().nullable(), removed: z.boolean() }),
  ),
});

/** By a job: who hands events over holds what other changes of the workspace wait for, and must not wait for them. */
export const mentionsSubscription = (platform: Pick<Platform, 'jobs'>): Subscription => ({
  name: HEAR_JOB,
  kinds: ['mentions.received'],
  handle: async (tx, workspaceId, events) => {
    const mentionIds = events
      .map(({ payload }) => Received.parse(payload))
      .filter(({ past }) => !past)
      .flatMap(({ mentions }) =>
        mentions.filter(({ isNew, automatic, removed }) => isNew && automatic === null && !removed),
      )
      .map(({ id }) => id);
    for (let start = 0; start < mentionIds.length; start += CHUNK)
      await platform.jobs.send(tx, HEAR_JOB, {
        workspaceId,
        mentionIds: mentionIds.slice(start, start + CHUNK),
      });
  },
});

const DataSchema = z.object({ workspaceId: z.uuid(), mentionIds: z.array(z.uuid()) });

export const hearJob = (platform: Pick<Platform, 'database' | 'clock'>): JobDefinition => ({
  name: HEAR_JOB,
  handle: async (data) => {
    const { workspaceId, mentionIds } = DataSchema.parse(data);
    await hearMentions(platform, workspaceId, mentionIds);
  },
});

/**
 * What new mentions mean for cases, in the order in which they were said: our answers are noted, more of a story joins it, whoever comes
 * back reopens it, and a sure complaint opens a case. Heard twice, nothing happens the second time.
 */
export const hearMentions = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<void> =>
  database.inWorkspace(workspaceId, async (tx) => {
    const settings = await holdSettings(tx, workspaceId);
    const doing: Doing = { workspaceId, personId: null, now: clock.now() };
    const standing = await standingOf(tx, workspaceId, mentionIds);
    const called = [...calledBy(standing)];
    if (called.length === 0) return;
    const threads = new Map(standing.map(({ id, threadId }) => [id, threadId ?? undefined]));
    const known = await casesOfMentions(tx, workspaceId, called);
    const mentions = (await readMentions(tx, workspaceId, called))
      .filter(({ id, removedAt }) => !known.has(id) && removedAt === null)
      .sort((a, b) => a.saidAt.localeCompare(b.saidAt));
    const changed = new Map<string, KeptCase>();
    for (const mention of mentions) {
      const threadId = threads.get(mention.id);
      for (const after of await hear(tx, doing, settings, mention, threadId)) changed.set(after.id, after);
    }
    await tellOfCases(tx, workspaceId, [...changed.values()]);
  });

const hear = async (
  tx: Transaction,
  doing: Doing,
  settings: CareSettings,
  mention: MentionView,
  threadId: string | undefined,
): Promise<readonly KeptCase[]> => {
  const { workspaceId } = doing;
  const ofThread = threadId ? await casesOfThread(tx, workspaceId, threadId) : [];
  if (mention.ours) return noteAnswer(tx, doing, mention, ofThread);
  const since = new Date(Date.parse(mention.saidAt) - PRAISE_DAYS * 86_400_000);
  const ofAuthor = ofThread[0] ?? (await latestCaseOfAuthor(tx, workspaceId, mention.author.id, since));
  const one = ofAuthor ? await lockCase(tx, workspaceId, ofAuthor) : undefined;
  const isTheirs = one ? await isInCase(tx, workspaceId, one.id, mention.author.id) : false;
  const heard = hearOne(mention, settings, one && { ...one, isTheirs, isSameThread: ofThread.length > 0 });
  if (heard === 'open') return [await openFrom(tx, doing, settings, [mention], 'language')];
  if (heard === 'nothing' || !one) return [];
  if (heard === 'join') return [await joinMentions(tx, doing, settings, one, [mention])];
  const at = new Date(mention.saidAt);
  const decided =
    heard === 'praise'
      ? decide(one, { step: 'praise', mentionId: mention.id })
      : decide(one, { step: 'reopen', mentionId: mention.id, textId: null });
  if (!decided.ok) return [];
  const after = await happen(tx, doing, one, timed(decided.value, at));
  if (heard === 'praise') return [after];
  const due = await renewDue(tx, workspaceId, after, settings);
  const renewed = await happen(tx, doing, after, due);
  const joined = await joinMentions(tx, doing, settings, renewed, [mention]);
  return [await happen(tx, doing, joined, await assess(tx, workspaceId, joined, settings, doing.now))];
};

const timed = (events: readonly CaseEvent[], at: Date) => events.map((event) => ({ event, at }));

/** Our answer, in every case of this conversation that was reported before it. */
const noteAnswer = async (
  tx: Transaction,
  doing: Doing,
  mention: MentionView,
  caseIds: readonly string[],
): Promise<readonly KeptCase[]> => {
  const changed: KeptCase[] = [];
  const at = new Date(mention.saidAt);
  for (const id of caseIds) {
    const one = await lockCase(tx, doing.workspaceId, id);
    if (!one || one.reportedAt > at || (await knowsAnswer(tx, doing.workspaceId, id, mention.id))) continue;
    const isPublic = isPublicMention(mention);
    const decided = decide(one, { step: 'answer', mentionId: mention.id, isPublic });
    if (decided.ok) changed.push(await happen(tx, doing, one, timed(decided.value, at)));
  }
  return changed;
};
