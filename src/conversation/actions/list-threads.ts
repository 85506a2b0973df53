import { type Member, may } from '../../people/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { readThreadCounts, type ThreadCounts } from '../store/read-thread-counts.ts';
import { readThreadList, type ThreadPage, type ThreadQuery } from '../store/read-thread-list.ts';
import { searchThreads } from '../store/search-threads.ts';

export type InboxQuery = Omit<ThreadQuery, 'among' | 'now'> & {
  /** Words to look for in everything that was said. */
  readonly q?: string;
  readonly counts?: boolean;
};

export type InboxPage = ThreadPage & { readonly counts?: ThreadCounts };

/** A page of the inbox as this person sees it. */
export const listThreads = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  { q, counts, ...query }: InboxQuery,
): Promise<Result<InboxPage, { readonly kind: 'not-allowed' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const among = q ? { among: await searchThreads(tx, workspaceId, q) } : {};
    const page = await readThreadList(tx, workspaceId, personId, {
      ...query,
      ...among,
      now: desk.clock.now(),
    });
    if (!counts) return ok(page);
    return ok({ ...page, counts: await readThreadCounts(tx, workspaceId, personId, desk.clock.now()) });
  });
