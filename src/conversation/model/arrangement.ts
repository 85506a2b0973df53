import type { PersonId, ReplyId, ThreadId } from '../../platform/ids.ts';

/** Where a conversation stood, and what hung from it. */
export type Standing = {
  readonly status: 'open' | 'snoozed' | 'done';
  readonly assigneeId: PersonId | null;
  readonly teamId: string | null;
  readonly snoozedUntil: string | null;
  readonly labelIds: readonly string[];
  readonly followerIds: readonly PersonId[];
  /** Up to when each had read it. */
  readonly reads: readonly { readonly personId: PersonId; readonly readUntil: string }[];
};

/** A conversation that became part of another by hand: all that was its own then. */
export type JoinedPart = {
  readonly threadId: ThreadId;
  readonly connectionId: string;
  readonly channel: string;
  readonly version: number;
  readonly standing: Standing;
  readonly mentionIds: readonly string[];
  readonly noteIds: readonly string[];
  readonly replyIds: readonly ReplyId[];
  readonly deadlineIds: readonly string[];
  /** Whose beginnings of an answer moved along as they were: nobody's words were put below others. */
  readonly draftsOf: readonly PersonId[];
};

export type MergeRecord = {
  readonly parts: readonly JoinedPart[];
  /** Of the conversation that stayed. */
  readonly before: Standing;
  readonly after: Standing;
  readonly ownMentionIds: readonly string[];
};

export type SplitRecord = { readonly intoId: ThreadId; readonly mentions: number };

/** What is kept of a joining or dividing by hand. */
export type ArrangementRecord = MergeRecord | SplitRecord;
