import type { Member } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { markCallsSeen } from '../store/note-mention-rows.ts';
import { markRead, markUnread } from '../store/read-marks.ts';
import { lockThread } from '../store/thread-rows.ts';

type MarkFailure = { readonly kind: 'not-found' };

/** This person has read the thread up to `until`; what comes later is unread for them. Each for themselves. */
export const markThreadRead = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  threadId: ThreadId,
  until: Date,
): Promise<Result<null, MarkFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!(await lockThread(tx, actor.workspaceId, threadId, 'share'))) return err({ kind: 'not-found' });
    await markRead(tx, actor.workspaceId, actor.personId, threadId, until);
    await markCallsSeen(tx, actor.workspaceId, actor.personId, threadId, desk.clock.now());
    return ok(null);
  });

/** The thread shows as unread again for this person. */
export const markThreadUnread = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
  threadId: ThreadId,
): Promise<Result<null, MarkFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!(await lockThread(tx, actor.workspaceId, threadId, 'share'))) return err({ kind: 'not-found' });
    await markUnread(tx, actor.workspaceId, actor.personId, threadId);
    return ok(null);
  });
