import { findWorkspace } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { DomainEvent, Subscription } from '../../platform/events/events.ts';
import { newId, type ThreadId, type WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { createWorkingTime, type WorkingTime } from '../../platform/time/working-time.ts';
import type { Desk } from '../model/correspondent.ts';
import { type DeskRules, decideDeadline } from '../model/deadline.ts';
import { threadChanges } from '../model/live-changes.ts';
import { lockDeadlines, readRunningThreads, readWaitFacts, saveDeadlines } from '../store/deadline-rows.ts';
import { readDeskSettings } from '../store/desk-settings-rows.ts';
import { readTeams } from '../store/team-rows.ts';

const CHUNK = 500;

/** After the conversations themselves have changed, beside the road on which words come in. */
export const deadlinesSubscription = (desk: Pick<Desk, 'clock'>): Subscription => ({
  name: 'conversation.deadlines',
  kinds: [
    'threads.changed',
    'threads.woken',
    'threads.organised',
    'thread.closed',
    'thread.reopened',
    'thread.snoozed',
    'thread.entrusted',
    'reply.sent',
    'reply.failed',
  ],
  handle: (tx, workspaceId, events) => setDeadlines(desk, tx, workspaceId, threadIdsOf(events)),
});

const threadIdsOf = (events: readonly DomainEvent[]): readonly ThreadId[] => [
  ...new Set(
    events.flatMap(({ payload }) =>
      Array.isArray(payload.threadIds) ? (payload.threadIds as string[]) : [String(payload.threadId)],
    ),
  ),
];

/** Starts, moves and ends the clocks of these threads as they stand now; saying it again changes nothing. Returns whose changed. */
export const setDeadlines = async (
  desk: Pick<Desk, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<void> => {
  if (threadIds.length === 0) return;
  const rules = await readRules(tx, workspaceId);
  const changed: ThreadId[] = [];
  for (let start = 0; start < threadIds.length; start += CHUNK)
    changed.push(...(await setSome(desk, tx, workspaceId, rules, threadIds.slice(start, start + CHUNK))));
  if (changed.length > 0) await appendLive(tx, workspaceId, threadChanges(changed, 'deadline'));
};

const setSome = async (
  desk: Pick<Desk, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  rules: DeskRules,
  threadIds: readonly ThreadId[],
): Promise<readonly ThreadId[]> => {
  const running = await lockDeadlines(tx, workspaceId, threadIds);
  const facts = await readWaitFacts(tx, workspaceId, threadIds);
  const now = desk.clock.now();
  const changes = facts
    .map((each) => ({
      ...decideDeadline(each, running.get(each.threadId), rules, now),
      facts: each,
      newId: newId(),
    }))
    .filter(({ end, start, move }) => end || start || move);
  await saveDeadlines(tx, workspaceId, changes);
  return changes.map((change) => change.facts.threadId);
};

/** When the company is there, by its own calendar: hours, holidays, its patron's day, days off. */
export const readWorkingTime = async (tx: Transaction, workspaceId: WorkspaceId): Promise<WorkingTime> => {
  const { hours } = await readDeskSettings(tx, workspaceId);
  return createWorkingTime(hours, await timeZoneOf(tx, workspaceId));
};

const timeZoneOf = async (tx: Transaction, workspaceId: WorkspaceId): Promise<string> =>
  (await findWorkspace(tx, workspaceId))?.timeZone ?? 'Europe/Rome';

export const readRules = async (tx: Transaction, workspaceId: WorkspaceId): Promise<DeskRules> => {
  const { hours, targets } = await readDeskSettings(tx, workspaceId);
  const timeZone = await timeZoneOf(tx, workspaceId);
  const company = createWorkingTime(hours, timeZone);
  const teams = new Map<string | null, WorkingTime>(
    (await readTeams(tx, workspaceId)).flatMap((team) =>
      team.hours ? [[team.id, createWorkingTime(team.hours, timeZone)]] : [],
    ),
  );
  return { targets, timeOf: (teamId) => teams.get(teamId) ?? company };
};

/** The hours or the targets are others: every clock that runs is set anew. */
export const resetDeadlines = async (
  desk: Pick<Desk, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<void> => {
  let after: ThreadId | null = null;
  for (;;) {
    const threadIds: readonly ThreadId[] = await readRunningThreads(tx, workspaceId, after, 5_000);
    await setDeadlines(desk, tx, workspaceId, threadIds);
    after = threadIds.at(-1) ?? null;
    if (after === null) return;
  }
};
