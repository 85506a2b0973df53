import { keepUploads } from '../../channels/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { ReplyId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import type { ChosenMedia } from '../model/reply-media.ts';
import { decide } from '../model/reply-state.ts';
import type { ReplyView } from '../model/views.ts';
import { readApprovalRow, saveWording } from '../store/approval-rows.ts';
import { lockReply, readReply, saveProgress } from '../store/reply-rows.ts';
import { ask } from './ask-approval.ts';
import { checkWording, whyNot } from './check-reply.ts';
import type { DecideFailure } from './decide-approval.ts';
import { composeReply } from './preview-reply.ts';
import { viewReplies } from './view-replies.ts';

export type Rewording = {
  readonly version: number;
  readonly body: string;
  readonly options: Readonly<Record<string, string>>;
  readonly media: readonly ChosenMedia[];
  readonly accepted?: readonly string[];
};

/** The author says it otherwise, after it came back or while it still waits: it waits again, and what was said before is kept. */
export const proposeAgain = async (
  desk: Desk,
  actor: Member,
  replyId: ReplyId,
  wish: Rewording,
): Promise<Result<ReplyView, DecideFailure>> => {
  const { workspaceId } = actor;
  if (!may(actor, 'replies.propose')) return err({ kind: 'not-allowed' });
  const found = await desk.database.inWorkspace(workspaceId, (tx) => readReply(tx, workspaceId, replyId));
  if (!found || found.personId !== actor.personId) return err({ kind: 'not-found' });
  const { threadId, mentionId } = found;
  const { body, options, media: chosen, accepted = [] } = wish;
  const text = { mentionId, body, options, media: chosen };
  const composed = await composeReply(desk, workspaceId, { threadId, text, signedBy: actor.name });
  if (!composed.ok) return composed;
  return desk.database.inWorkspace(workspaceId, async (tx) => {
    const before = await lockReply(tx, workspaceId, replyId);
    const approval = await readApprovalRow(tx, workspaceId, replyId);
    if (!before || !approval) return err({ kind: 'not-found' });
    const decided = decide({ kind: 'propose' }, before, desk.clock.now());
    if (!decided.ok || approval.version !== wish.version)
      return err({ kind: 'decided-meanwhile', byName: null, state: before.state });
    const failure = whyNot(await checkWording(tx, workspaceId, text), accepted);
    if (failure) return err(failure);
    const areKept = await keepUploads(
      tx,
      workspaceId,
      chosen.map(({ uploadId }) => uploadId),
    );
    if (!areKept) return err({ kind: 'violations', violations: [{ kind: 'media-missing' }] });
    const { media, draft } = composed.value;
    await saveWording(tx, workspaceId, replyId, { body, options, media: [...media], draft });
    const row = await saveProgress(tx, workspaceId, replyId, decided.value);
    await ask(desk, tx, row, { reasons: approval.reasons, accepted, by: actor });
    const [view] = await viewReplies(tx, workspaceId, [row]);
    return view ? ok(view) : err({ kind: 'not-found' });
  });
};
