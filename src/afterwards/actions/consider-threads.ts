import { z } from 'zod';
import { deskRulesOf } from '../../conversation/index.ts';
import { hashesBy, hasSuppressions, readSuppressedSince } from '../../listening/index.ts';
import { listMembers, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Subscription } from '../../platform/events/events.ts';
import { newId, type ThreadId, type WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { ASK_JOB } from '../model/job-names.ts';
import type { AskingSettings } from '../model/settings.ts';
import { DAY_MS } from '../model/settings.ts';
import { decideAsking } from '../model/who-is-asked.ts';
import { insertAskings, type NewAsking } from '../store/askings.ts';
import { type EndedRow, readEndedThreads } from '../store/ended-threads.ts';
import { readSettings } from '../store/settings.ts';
import type { Ground } from './ground.ts';
import type { Remembered } from './remember.ts';

export const CONSIDER_JOB = 'afterwards.consider';
const CHUNK = 500;

/** Conversations were closed: by a job, since whoever hands events over must not wait for us. */
export const closedSubscription = (ground: Pick<Ground, 'jobs'>, remembered: Remembered): Subscription => ({
  name: CONSIDER_JOB,
  kinds: ['thread.closed', 'threads.organised'],
  handle: async (tx, workspaceId, events) => {
    if (!(await remembered.of(tx, workspaceId)).isOn) return;
    const threadIds = events.flatMap(({ payload }) =>
      Array.isArray(payload.threadIds) ? (payload.threadIds as string[]) : [String(payload.threadId)],
    );
    for (let start = 0; start < threadIds.length; start += CHUNK)
      await ground.jobs.send(tx, CONSIDER_JOB, {
        workspaceId,
        threadIds: threadIds.slice(start, start + CHUNK),
      });
  },
});

const DataSchema = z.object({ workspaceId: z.uuid(), threadIds: z.array(z.uuid()) });

export const considerJob = (ground: Ground): JobDefinition => ({
  name: CONSIDER_JOB,
  handle: async (data) => {
    const { workspaceId, threadIds } = DataSchema.parse(data);
    await considerThreads(ground, workspaceId, threadIds);
  },
});

/** Whoever these ended conversations were with is asked, or passed over by a rule that is counted. Said again it changes nothing. */
export const considerThreads = (
  ground: Ground,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<void> =>
  ground.database.inWorkspace(workspaceId, async (tx) => {
    const settings = await readSettings(tx, workspaceId);
    if (!settings.isOn) return;
    const now = ground.clock.now();
    const ended = await judgeable(ground, tx, workspaceId, threadIds, settings);
    if (ended.length === 0) return;
    const rules = await deskRulesOf(tx, workspaceId);
    const rows = ended.map((one) => {
      const leavesAt = settings.automaticOn.includes(one.channel)
        ? rules.timeOf(one.teamId).add(now, settings.delayMinutes)
        : null;
      return rowOf(workspaceId, one, settings, leavesAt, now);
    });
    const fresh = await insertAskings(tx, onePerPerson(rows));
    for (const { id, dueAt, state } of fresh)
      if (state === 'proposed' && dueAt)
        await ground.jobs.send(tx, ASK_JOB, { workspaceId, askingId: id }, { startAfter: dueAt });
    if (fresh.some(({ state }) => state === 'proposed'))
      await appendLive(tx, workspaceId, [{ kind: 'afterwards.changed', payload: { what: 'proposed' } }]);
  });

/** Who asked to be left out is known by a hash only; whoever may not send is nobody who can ask. */
export const judgeable = async (
  ground: Pick<Ground, 'sealer' | 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  { quietDays }: Pick<AskingSettings, 'quietDays'>,
): Promise<readonly EndedRow[]> => {
  const since = new Date(ground.clock.now().getTime() - quietDays * DAY_MS);
  const rows = await readEndedThreads(tx, workspaceId, threadIds, since);
  if (rows.length === 0) return [];
  const senders = new Set(
    (await listMembers(tx, workspaceId))
      .filter(({ personId, name, roles }) =>
        may({ kind: 'member', workspaceId, personId, name, roles }, 'replies.send'),
      )
      .map(({ personId }) => personId),
  );
  const suppressed = await suppressedAmong(ground, tx, workspaceId, rows);
  return rows.map((row) => ({
    ...row,
    objected: row.objected || suppressed.has(row.authorId),
    personId: row.personId && senders.has(row.personId) ? row.personId : null,
  }));
};

const suppressedAmong = async (
  ground: Pick<Ground, 'sealer'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly EndedRow[],
): Promise<ReadonlySet<string>> => {
  if (!(await hasSuppressions(tx, workspaceId))) return new Set();
  const hashesOf = hashesBy(ground);
  const hashes = new Map(
    rows.map(({ authorId, channel, authorNativeId }) => [
      authorId,
      hashesOf({ channel, nativeId: authorNativeId }),
    ]),
  );
  const known = await readSuppressedSince(tx, workspaceId, [...hashes.values()].flat());
  return new Set([...hashes].flatMap(([id, list]) => (list.some((hash) => known.has(hash)) ? [id] : [])));
};

export const isPublicPlace = (visibility: string): boolean => visibility !== 'direct';

const rowOf = (
  workspaceId: WorkspaceId,
  one: EndedRow,
  settings: AskingSettings,
  dueAt: Date | null,
  now: Date,
): NewAsking => {
  const verdict = decideAsking({ ...one, isPublic: isPublicPlace(one.visibility) }, settings.asksInPublic);
  const question = verdict.ask ? verdict.question : 'how';
  const { threadId, mentionId, authorId, channel, teamId, personId, language, solvedCaseId } = one;
  return {
    workspaceId,
    id: newId(),
    ...{ threadId, mentionId, authorId, channel, teamId, personId, question },
    caseId: question === 'solved' ? solvedCaseId : null,
    way: settings.way,
    scale: question === 'solved' ? 3 : settings.scale,
    language: language === 'en' ? 'en' : 'it',
    createdAt: now,
    ...(verdict.ask
      ? { state: 'proposed' as const, dueAt }
      : { state: 'passed-over' as const, passedFor: verdict.because }),
  };
};

/** Several conversations of one person, closed at once: the first is asked about, the others are as if they were asked a moment ago. */
const onePerPerson = (rows: readonly NewAsking[]): readonly NewAsking[] => {
  const asked = new Set<string>();
  return rows.map((row) => {
    if (row.state !== 'proposed' || !row.authorId) return row;
    if (asked.has(row.authorId)) return { ...row, state: 'passed-over', passedFor: 'recently', dueAt: null };
    asked.add(row.authorId);
    return row;
  });
};
