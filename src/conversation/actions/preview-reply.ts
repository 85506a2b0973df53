import { type Draft, readUploads, type Violation, type Words } from '../../channels/index.ts';
import { replyTarget } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { CorrespondentProblem, Desk } from '../model/correspondent.ts';
import { type ChosenMedia, draftMediaOf, mediaOf, type ReplyMedia } from '../model/reply-media.ts';
import { replyProblemWords } from '../model/reply-problem-words.ts';
import { currentThreadOf } from '../store/redirect-rows.ts';
import { readPlaceOf } from '../store/thread-rows.ts';

export type ReplyText = {
  readonly mentionId: MentionId;
  readonly body: string;
  readonly options: Readonly<Record<string, string>>;
  /** In the order in which they are shown. */
  readonly media?: readonly ChosenMedia[];
};

export type ComposeFailure =
  | { readonly kind: 'not-allowed' | 'not-found' }
  | { readonly kind: 'violations'; readonly violations: readonly Violation[] }
  /** This channel cannot be answered on, now or ever: why, for a person. */
  | { readonly kind: 'cannot-answer'; readonly reason: Words };

export type ComposedReply = {
  readonly connectionId: ConnectionId;
  readonly draft: Draft;
  readonly media: readonly ReplyMedia[];
};

/** What the channel would say of this text as an answer to that mention: the same rules that sending goes by. */
export const previewReply = async (
  desk: Desk,
  actor: Member,
  threadId: ThreadId,
  text: ReplyText,
): Promise<Result<ComposedReply, ComposeFailure>> =>
  may(actor, 'drafts.write')
    ? composeReply(desk, actor.workspaceId, { threadId, text, signedBy: actor.name })
    : err({ kind: 'not-allowed' });

/** As it would leave in the name of `signedBy`, whoever asks. */
export const composeReply = async (
  desk: Desk,
  workspaceId: WorkspaceId,
  {
    threadId,
    text,
    signedBy,
  }: { readonly threadId: ThreadId; readonly text: ReplyText; readonly signedBy: string },
): Promise<Result<ComposedReply, ComposeFailure>> => {
  const chosen = text.media ?? [];
  const target = await desk.database.inWorkspace(workspaceId, async (tx) => {
    const place = await readPlaceOf(tx, workspaceId, text.mentionId);
    if (!place || !(await isIn(tx, workspaceId, place.threadId, threadId))) return undefined;
    const found = await replyTarget(tx, workspaceId, text.mentionId);
    const ids = chosen.map(({ uploadId }) => uploadId);
    const uploads = ids.length > 0 ? await readUploads(tx, workspaceId, ids) : [];
    return found && { ...found, media: mediaOf(chosen, uploads) };
  });
  if (!target) return err({ kind: 'not-found' });
  const { media } = target;
  if (media.length < chosen.length)
    return err({ kind: 'violations', violations: [{ kind: 'media-missing' }] });
  if (target.removed) return err({ kind: 'violations', violations: [{ kind: 'reply-target-missing' }] });
  const opened = await desk.openCorrespondent(workspaceId, target.connectionId);
  if (!opened.ok) return err({ kind: 'cannot-answer', reason: reasonOf(opened.error) });
  const draft: Draft = {
    text: text.body,
    inReplyTo: target.inReplyTo,
    media: media.map(draftMediaOf),
    options: text.options,
    writtenAt: desk.clock.now().toISOString(),
    signedBy: { name: signedBy },
  };
  const composed = opened.value.compose(draft);
  if (!composed.ok) return err({ kind: 'violations', violations: composed.error });
  return ok({ connectionId: target.connectionId, draft, media });
};

/** Also by the id of a thread that became part of this one since. */
const isIn = async (tx: Transaction, workspaceId: WorkspaceId, threadId: ThreadId, asked: ThreadId) =>
  threadId === asked || threadId === (await currentThreadOf(tx, workspaceId, asked));

const reasonOf = (problem: CorrespondentProblem): Words =>
  problem.kind === 'channel' ? replyProblemWords(problem.problem) : problem.reason;
