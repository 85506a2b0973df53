export type {
  MentionView,
  NoteView,
  ReplyView,
  ThreadDetail,
  ThreadSummary,
} from '../../../src/conversation/model/views.ts';

import type { ThreadSummary } from '../../../src/conversation/model/views.ts';

export const threadViews = [
  'all',
  'waiting',
  'overdue',
  'mine',
  'unassigned',
  'theirs',
  'called',
  'followed',
  'snoozed',
  'about',
  'done',
] as const;
export type ThreadView = (typeof threadViews)[number];

export type ThreadCounts = {
  readonly open: number;
  readonly unread: number;
  readonly waiting: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly called: number;
  readonly overdue: number;
  readonly theirs: number;
  readonly followed: number;
  readonly snoozed: number;
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
