import type { Words } from '../../channels/index.ts';
import { findWorkspace, type Member, may } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import type { ReplyView, ThreadSummary } from '../model/views.ts';
import { whyWaiting } from '../model/why-waiting.ts';
import { readFailedReplies, readLongestWaiting, readYesterday } from '../store/read-day.ts';
import { readThreadCounts, type ThreadCounts } from '../store/read-thread-counts.ts';
import { viewReplies } from './view-replies.ts';

/** What fits in a morning's glance. */
const AT_MOST = 10;
const FAILED_FOR_MS = 14 * 24 * 3_600_000;

export type Today = {
  readonly failed: readonly (ReplyView & { readonly threadId: ThreadId })[];
  readonly waiting: readonly (ThreadSummary & { readonly why: Words })[];
  readonly counts: ThreadCounts;
  readonly sentYesterday: number;
  readonly receivedYesterday: number;
};

/** The honest small first screen: what went wrong, then who has waited longest, with the reason in words. */
export const readToday = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
): Promise<Result<Today, { readonly kind: 'not-allowed' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const now = desk.clock.now();
    const workspace = await findWorkspace(tx, workspaceId);
    const waiting = await readLongestWaiting(tx, workspaceId, personId, AT_MOST);
    const failed = await readFailedReplies(tx, workspaceId, new Date(now.getTime() - FAILED_FOR_MS));
    const views = await viewReplies(tx, workspaceId, failed);
    const yesterday = await readYesterday(tx, workspaceId, workspace?.timeZone ?? 'Europe/Rome', now);
    return ok({
      failed: views.map((view, index) => ({ ...view, threadId: failed[index]?.threadId ?? '' })),
      waiting: waiting.map((thread) => ({ ...thread, why: whyWaiting(thread, now) })),
      counts: await readThreadCounts(tx, workspaceId, personId),
      sentYesterday: yesterday.sent,
      receivedYesterday: yesterday.received,
    });
  });
