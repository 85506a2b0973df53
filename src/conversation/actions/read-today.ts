import { type EndingConnection, endingConnections, type Words } from '../../channels/index.ts';
import { findWorkspace, type Member, may, personNames } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import type { ReplyView, ThreadSummary } from '../model/views.ts';
import { whyWaiting } from '../model/why-waiting.ts';
import { type ApprovalCounts, countWaiting } from '../store/approval-rows.ts';
import { type Call, readUnseenCalls } from '../store/note-mention-rows.ts';
import { readFailedReplies, readLongestWaiting, readYesterday } from '../store/read-day.ts';
import { readThreadCounts, type ThreadCounts } from '../store/read-thread-counts.ts';
import { viewReplies } from './view-replies.ts';

/** What fits in a morning's glance. */
const AT_MOST = 10;
const FAILED_FOR_MS = 14 * 24 * 3_600_000;

type TodayCall = Omit<Call, 'at'> & { readonly byName: string; readonly at: string };

export type Today = {
  readonly failed: readonly (ReplyView & { readonly threadId: ThreadId })[];
  readonly waiting: readonly (ThreadSummary & { readonly why: Words })[];
  /** Notes that call me and that I have not seen. */
  readonly calls: readonly TodayCall[];
  /** Permissions of channels that end soon; empty for those who do not manage channels. */
  readonly ending: readonly EndingConnection[];
  readonly counts: ThreadCounts;
  /** Answers that wait for this person's word, and own ones that came back. */
  readonly approvals: ApprovalCounts;
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
    const calls = await readUnseenCalls(tx, workspaceId, personId, AT_MOST);
    const callers = await personNames(
      tx,
      workspaceId,
      calls.map(({ byId }) => byId),
    );
    const yesterday = await readYesterday(tx, workspaceId, workspace?.timeZone ?? 'Europe/Rome', now);
    return ok({
      failed: views.map((view, index) => ({ ...view, threadId: failed[index]?.threadId ?? '' })),
      waiting: waiting.map((thread) => ({ ...thread, why: whyWaiting(thread, now) })),
      calls: calls.map((call) => ({
        ...call,
        byName: callers.get(call.byId) ?? '',
        at: call.at.toISOString(),
      })),
      ending: may(actor, 'connections.manage') ? await endingConnections(tx, workspaceId, now) : [],
      counts: await readThreadCounts(tx, workspaceId, personId, now),
      approvals: await countWaiting(tx, workspaceId, personId, may(actor, 'replies.approve'), now),
      sentYesterday: yesterday.sent,
      receivedYesterday: yesterday.received,
    });
  });
