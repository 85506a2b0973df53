import type { Draft, Violation, Words } from '../../channels/index.ts';
import { replyTarget } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { ConnectionId, MentionId, ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { CorrespondentProblem, Desk } from '../model/correspondent.ts';
import { replyProblemWords } from '../model/reply-problem-words.ts';
import { readPlaceOf } from '../store/thread-rows.ts';

export type ReplyText = {
  readonly mentionId: MentionId;
  readonly body: string;
  readonly options: Readonly<Record<string, string>>;
};

export type ComposeFailure =
  | { readonly kind: 'not-allowed' | 'not-found' }
  | { readonly kind: 'violations'; readonly violations: readonly Violation[] }
  /** This channel cannot be answered on, now or ever: why, for a person. */
  | { readonly kind: 'cannot-answer'; readonly reason: Words };

export type ComposedReply = { readonly connectionId: ConnectionId; readonly draft: Draft };

/** What the channel would say of this text as an answer to that mention: the same rules that sending goes by. */
export const previewReply = async (
  desk: Desk,
  actor: Member,
  threadId: ThreadId,
  text: ReplyText,
): Promise<Result<ComposedReply, ComposeFailure>> => {
  if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
  const target = await desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    const place = await readPlaceOf(tx, actor.workspaceId, text.mentionId);
    return place?.threadId === threadId ? replyTarget(tx, actor.workspaceId, text.mentionId) : undefined;
  });
  if (!target) return err({ kind: 'not-found' });
  if (target.removed) return err({ kind: 'violations', violations: [{ kind: 'reply-target-missing' }] });
  const opened = await desk.openCorrespondent(actor.workspaceId, target.connectionId);
  if (!opened.ok) return err({ kind: 'cannot-answer', reason: reasonOf(opened.error) });
  const draft: Draft = {
    text: text.body,
    inReplyTo: target.inReplyTo,
    media: [],
    options: text.options,
    signedBy: { name: actor.name },
  };
  const composed = opened.value.compose(draft);
  if (!composed.ok) return err({ kind: 'violations', violations: composed.error });
  return ok({ connectionId: target.connectionId, draft });
};

const reasonOf = (problem: CorrespondentProblem): Words =>
  problem.kind === 'cannot-answer' ? problem.reason : replyProblemWords(problem.problem);
