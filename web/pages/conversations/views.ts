export type { NoteView, ReplyView } from '../../../src/conversation/model/views.ts';

import type * as server from '../../../src/conversation/model/views.ts';
import type { ReadingSummary, ReadingView } from '../../components/reading/reading-view.ts';

export type MentionView = server.MentionView & { readonly reading: ReadingView | null };
export type ThreadSummary = server.ThreadSummary & { readonly reading: ReadingSummary | null };
export type ThreadDetail = Omit<server.ThreadDetail, 'mentions' | 'thread'> & {
  readonly thread: ThreadSummary;
  readonly mentions: readonly MentionView[];
};

export const threadViews = ['all', 'waiting', 'mine', 'unassigned', 'about', 'done'] as const;
export type ThreadView = (typeof threadViews)[number];

export type ThreadCounts = {
  readonly open: number;
  readonly unread: number;
  readonly waiting: number;
  readonly mine: number;
  readonly unassigned: number;
};

export type ThreadPage = {
  readonly threads: readonly ThreadSummary[];
  readonly next: string | null;
  readonly counts?: ThreadCounts;
};

/** Who the others of a thread are, by the best name that we have. */
export const nameOf = (author: {
  readonly name: string | null;
  readonly handle: string | null;
}): string | null => author.name ?? author.handle;
