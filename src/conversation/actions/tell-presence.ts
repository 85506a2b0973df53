import { type Member, may } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { readPresence, savePresence } from '../store/presence-rows.ts';
import { threadThere } from '../store/thread-there.ts';

/** A screen says every twenty-five seconds that it is still there; one that died is believed no longer than this (ms). */
export const PRESENT_MS = 60_000;

export type PresenceView = {
  readonly personId: string;
  readonly doing: 'reading' | 'writing';
  readonly until: string;
};

/** Says what a person does in a thread at this moment (null: they left), and who else is there. The others' screens hear only of what is new. */
export const tellPresence = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  asked: ThreadId,
  doing: 'reading' | 'writing' | null,
): Promise<Result<readonly PresenceView[], { readonly kind: 'not-allowed' | 'not-found' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const threadId = await threadThere(tx, workspaceId, asked);
    if (!threadId) return err({ kind: 'not-found' });
    const now = desk.clock.now();
    const until = new Date(now.getTime() + PRESENT_MS);
    const isNews = await savePresence(tx, { workspaceId, threadId, personId }, doing, now, until);
    const present = await readPresence(tx, workspaceId, threadId, now);
    const payload = { threadId, personId, doing, until: until.toISOString() };
    if (isNews) await appendLive(tx, workspaceId, [{ kind: 'presence.changed', payload }]);
    return ok(present.filter((one) => one.personId !== personId));
  });
