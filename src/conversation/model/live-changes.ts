import type { ReplyId, ThreadId } from '../../platform/ids.ts';
import type { LiveChange } from '../../platform/live/append-live.ts';

/** Above this many at once the screens are told in one change that lists them all: `threadIds`. */
const MANY = 100;

export type ThreadChangeReason =
  | 'mentions'
  | 'merged'
  | 'arranged'
  | 'assigned'
  | 'status'
  | 'labels'
  | 'followers'
  | 'woken'
  | 'deadline'
  | 'note'
  | 'reply'
  | 'undelivered';

/** What open screens are told of threads; a thread that became part of another is told with `into`. */
export const threadChanges = (
  threadIds: readonly ThreadId[],
  reason: ThreadChangeReason,
  merged: ReadonlyMap<ThreadId, ThreadId> = new Map(),
): readonly LiveChange[] => [
  ...[...merged].map(([threadId, into]) => change({ threadId, reason: 'merged', into })),
  ...(threadIds.length <= MANY
    ? threadIds.map((threadId) => change({ threadId, reason }))
    : [change({ threadId: threadIds[0], threadIds, reason })]),
];

/** One reply's change; the thread's own is told beside it. */
export const replyChanges = (reply: {
  readonly id: ReplyId;
  readonly threadId: ThreadId;
}): readonly LiveChange[] => [
  { kind: 'reply.changed', payload: { replyId: reply.id, threadId: reply.threadId } },
];

/** What became of an answer that waits, for its author and for whoever may decide: who did it, null when nobody did. */
export const approvalChange = (
  reply: { readonly id: ReplyId; readonly threadId: ThreadId; readonly personId: string },
  told: {
    readonly outcome: 'asked' | 'approved' | 'returned' | 'withdrawn' | 'reconsidered' | 'late';
    readonly byId: string | null;
    readonly byName: string | null;
  },
): LiveChange => ({
  kind: 'approval.changed',
  payload: { replyId: reply.id, threadId: reply.threadId, personId: reply.personId, ...told },
});

const change = (payload: Readonly<Record<string, unknown>>): LiveChange => ({
  kind: 'thread.changed',
  payload,
});
