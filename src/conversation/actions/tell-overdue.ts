import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Desk } from '../model/correspondent.ts';
import { type Overdue, readWorkspacesOverdue, takeOverdue } from '../store/deadline-rows.ts';
import { readDeskSettings } from '../store/desk-settings-rows.ts';
import { addFollowers } from '../store/follower-rows.ts';
import { readTeams, type Team } from '../store/team-rows.ts';

const AT_ONCE = 200;

/** Deadlines that have passed are told once: to whoever has it in hand, else to its team, and to whom the company named. Returns how many. */
export const tellOverdue = async (desk: Pick<Desk, 'database' | 'clock'>): Promise<number> => {
  const now = desk.clock.now();
  let told = 0;
  for (const workspaceId of await desk.database.asInstallation((tx) => readWorkspacesOverdue(tx, now))) {
    for (let count = AT_ONCE; count === AT_ONCE; told += count) {
      count = await desk.database.inWorkspace(workspaceId, (tx) => tellSome(tx, workspaceId, now));
    }
  }
  return told;
};

const tellSome = async (tx: Transaction, workspaceId: WorkspaceId, now: Date): Promise<number> => {
  const passed = await takeOverdue(tx, workspaceId, now, AT_ONCE);
  if (passed.length === 0) return 0;
  const teams = await readTeams(tx, workspaceId);
  const { escalateTo } = await readDeskSettings(tx, workspaceId);
  if (escalateTo)
    for (const { threadId } of passed) await addFollowers(tx, workspaceId, threadId, [escalateTo], now);
  await appendEvents(
    tx,
    workspaceId,
    passed.map(({ threadId, kind, teamId, assigneeId }) => ({
      kind: 'thread.overdue',
      payload: { threadId, kind, teamId, assigneeId },
    })),
  );
  const changes = passed.map((one) => {
    const personIds = [...new Set([...concerned(one, teams), ...(escalateTo ? [escalateTo] : [])])];
    return { kind: 'thread.overdue', payload: { threadId: one.threadId, personIds } };
  });
  await appendLive(tx, workspaceId, changes);
  return passed.length;
};

const concerned = ({ assigneeId, teamId }: Overdue, teams: readonly Team[]): readonly string[] =>
  assigneeId ? [assigneeId] : (teams.find(({ id }) => id === teamId)?.memberIds ?? []);
