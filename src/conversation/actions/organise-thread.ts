import { audit, listMembers, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { PersonId, ThreadId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { threadChanges } from '../model/live-changes.ts';
import type { ThreadSummary } from '../model/views.ts';
import { type LockedThread, lockThread, readThreadSummary, saveOrganisation } from '../store/thread-rows.ts';

export type Organisation = {
  readonly threadId: ThreadId;
  /** As the person saw it: a change by somebody else in between is told, not overwritten. */
  readonly version: number;
  readonly status?: 'open' | 'done';
  readonly assigneeId?: PersonId | null;
};

export type OrganiseFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'not-a-member' }
  /** Somebody was quicker: who, null when the conversation itself moved on (they wrote again). */
  | { readonly kind: 'changed'; readonly byName: string | null };

/** Assigns a thread to a member (or to nobody) and sets it open or done, all in one. */
export const organiseThread = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  wish: Organisation,
): Promise<Result<ThreadSummary, OrganiseFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!isAllowed(actor, wish)) return err({ kind: 'not-allowed' });
    const thread = await lockThread(tx, actor.workspaceId, wish.threadId, 'update');
    if (!thread) return err({ kind: 'not-found' });
    if (thread.version !== wish.version) return err(await changedBy(tx, actor, thread));
    if (!(await isMember(tx, actor, wish.assigneeId))) return err({ kind: 'not-a-member' });
    const status = wish.status ?? thread.status;
    const assigneeId = wish.assigneeId === undefined ? thread.assigneeId : wish.assigneeId;
    if (status !== thread.status || assigneeId !== thread.assigneeId) {
      await saveOrganisation(tx, actor.workspaceId, thread.id, {
        status,
        assigneeId,
        changedBy: actor.personId,
      });
      await tell(tx, actor, thread, { status, assigneeId });
    }
    const summary = await readThreadSummary(tx, actor.workspaceId, actor.personId, thread.id);
    return summary ? ok(summary) : err({ kind: 'not-found' });
  });

const isAllowed = (actor: Member, wish: Organisation): boolean =>
  (wish.status === undefined || may(actor, 'threads.organise')) &&
  (wish.assigneeId === undefined || may(actor, 'threads.assign'));

const isMember = async (
  tx: Transaction,
  actor: Member,
  personId: PersonId | null | undefined,
): Promise<boolean> => {
  if (!personId) return true;
  const members = await listMembers(tx, actor.workspaceId);
  return members.some((member) => member.personId === personId);
};

const changedBy = async (
  tx: Transaction,
  actor: Member,
  { changedBy: personId }: LockedThread,
): Promise<OrganiseFailure> => {
  if (!personId) return { kind: 'changed', byName: null };
  const names = await personNames(tx, actor.workspaceId, [personId]);
  return { kind: 'changed', byName: names.get(personId) ?? null };
};

type NewState = { readonly status: 'open' | 'done'; readonly assigneeId: PersonId | null };

const tell = async (tx: Transaction, actor: Member, thread: LockedThread, to: NewState): Promise<void> => {
  const isReassigned = to.assigneeId !== thread.assigneeId;
  const isMoved = to.status !== thread.status;
  const subject = { subjectKind: 'thread', subjectId: thread.id };
  const events = [];
  if (isReassigned) {
    const details = { from: thread.assigneeId, to: to.assigneeId };
    await audit(tx, actor, { action: 'thread.assigned', ...subject, details });
    events.push({ kind: 'thread.assigned', payload: { threadId: thread.id, ...details } });
  }
  if (isMoved) {
    const action = to.status === 'done' ? 'thread.closed' : 'thread.reopened';
    await audit(tx, actor, { action, ...subject });
    events.push({ kind: action, payload: { threadId: thread.id, personId: actor.personId } });
  }
  await appendEvents(tx, actor.workspaceId, events);
  await appendLive(tx, actor.workspaceId, threadChanges([thread.id], isReassigned ? 'assigned' : 'status'));
};
