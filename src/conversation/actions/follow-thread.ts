import { type Member, may } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { threadChanges } from '../model/live-changes.ts';
import { addFollowers, removeFollower } from '../store/follower-rows.ts';
import { lockThread } from '../store/thread-rows.ts';

/** This person wants to know how it goes on, or no longer does. Each for themselves. */
export const followThread = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  threadId: ThreadId,
  follows: boolean,
): Promise<Result<null, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.organise')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    if (!(await lockThread(tx, workspaceId, threadId, 'share'))) return err({ kind: 'not-found' });
    if (follows) await addFollowers(tx, workspaceId, threadId, [personId], desk.clock.now());
    else await removeFollower(tx, workspaceId, threadId, personId);
    await appendLive(tx, workspaceId, threadChanges([threadId], 'followers'));
    return ok(null);
  });
