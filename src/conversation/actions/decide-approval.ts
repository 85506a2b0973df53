import { audit, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { ReplyId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { approvalChange } from '../model/live-changes.ts';
import type { MovedOn } from '../model/moved-on.ts';
import { nothingToAnswer } from '../model/moved-on.ts';
import { decide, type ReplyState } from '../model/reply-state.ts';
import type { ReplyView } from '../model/views.ts';
import {
  type ApprovalRow,
  addVersion,
  readApprovalRow,
  saveDecision,
  saveWording,
} from '../store/approval-rows.ts';
import { readMovedOn } from '../store/read-moved-on.ts';
import { lockReply, type ReplyRow, readReply } from '../store/reply-rows.ts';
import { planMail } from './ask-approval.ts';
import { type CheckFailure, checkWording, overridden, whyNot } from './check-reply.ts';
import { type ComposedReply, type ComposeFailure, composeReply } from './preview-reply.ts';
import { recordProgress } from './record-progress.ts';
import { viewReplies } from './view-replies.ts';

export type Approving = {
  /** As it was seen: another decision or wording since then is told, not overwritten. */
  readonly version: number;
  /** When the conversation was read: what happened since then is told first. */
  readonly seenUntil: Date;
  /** Other words than those proposed; they leave in the author's name all the same. */
  readonly wording?: { readonly body: string; readonly options: Readonly<Record<string, string>> };
  readonly comment?: string;
  readonly accepted?: readonly string[];
};

export type DecideFailure =
  | ComposeFailure
  | CheckFailure
  | { readonly kind: 'own-answer' }
  /** Somebody was quicker: who (null: the product), and where it stands now. */
  | { readonly kind: 'decided-meanwhile'; readonly byName: string | null; readonly state: ReplyState }
  | { readonly kind: 'moved-on'; readonly moved: readonly MovedOn[] };

/**
 * Lets an answer leave, as it was proposed or with other words: it is held for the time of an undo, as any. Nobody approves their own.
 * The lock of the reply and its version decide between two who act at once.
 */
export const approveReply = async (
  desk: Desk,
  actor: Member,
  replyId: ReplyId,
  wish: Approving,
): Promise<Result<ReplyView, DecideFailure>> => {
  const found = await findToDecide(desk, actor, replyId, wish);
  if (!found.ok) return found;
  const { reply, authorName } = found.value;
  const { body, options } = wish.wording ?? reply;
  const { mentionId, threadId } = reply;
  const media = reply.media.map(({ uploadId, alt }) => ({ uploadId, alt }));
  const text = { mentionId, body, options, media };
  const composed = await composeReply(desk, actor.workspaceId, { threadId, text, signedBy: authorName });
  if (!composed.ok) return composed;
  return desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    const held = await hold(tx, actor, replyId, wish.version);
    if (!held.ok) return held;
    const moved = (await readMovedOn(tx, held.value.reply, wish.seenUntil)).filter(
      ({ kind }) => kind !== 'closed',
    );
    if (moved.length > 0) return err({ kind: 'moved-on', moved });
    const checks = await checkWording(tx, actor.workspaceId, text);
    const accepted = [...(wish.accepted ?? [])];
    const failure = whyNot(checks, accepted);
    if (failure) return err(failure);
    return letGo(desk, tx, actor, held.value.reply, {
      composed: composed.value,
      wish,
      overridden: overridden(checks, accepted),
    });
  });
};

type LettingGo = {
  readonly composed: ComposedReply;
  readonly wish: Approving;
  readonly overridden: readonly string[];
};

const letGo = async (
  desk: Desk,
  tx: Transaction,
  actor: Member,
  before: ReplyRow,
  { composed, wish, overridden: read }: LettingGo,
): Promise<Result<ReplyView, DecideFailure>> => {
  const { workspaceId, id: replyId, threadId, personId } = before;
  const now = desk.clock.now();
  const decided = decide({ kind: 'approve' }, before, now);
  if (!decided.ok) return err({ kind: 'decided-meanwhile', byName: null, state: before.state });
  const { body, options } = wish.wording ?? before;
  const { media, draft } = composed;
  await saveWording(tx, workspaceId, replyId, { body, options, media: [...media], draft });
  await saveDecision(tx, workspaceId, replyId, {
    decision: 'approved',
    decidedBy: actor.personId,
    decidedAt: now,
  });
  const accepted = [...(wish.accepted ?? [])];
  const wording = {
    workspaceId,
    replyId,
    body,
    options,
    media: [...media],
    accepted,
    comment: wish.comment ?? '',
  };
  await addVersion(tx, { ...wording, kind: 'approved', personId: actor.personId, createdAt: now });
  const changed = body !== before.body;
  await audit(tx, actor, {
    action: 'reply.approved',
    subjectKind: 'reply',
    subjectId: replyId,
    details: { threadId, changed, ...(read.length > 0 ? { overridden: read } : {}) },
  });
  await appendEvents(tx, workspaceId, [
    { kind: 'reply.approved', payload: { replyId, threadId, personId, byId: actor.personId, changed } },
  ]);
  const row = await recordProgress(desk, tx, before, decided.value);
  await appendLive(tx, workspaceId, [
    approvalChange(row, { outcome: 'approved', byName: actor.name, byId: actor.personId }),
  ]);
  const [view] = await viewReplies(tx, workspaceId, [row]);
  return view ? ok(view) : err({ kind: 'not-found' });
};

/** Gives it back to its author with a word about why. */
export const giveBack = async (
  desk: Desk,
  actor: Member,
  replyId: ReplyId,
  { version, comment }: { readonly version: number; readonly comment: string },
): Promise<Result<ReplyView, DecideFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'replies.approve')) return err({ kind: 'not-allowed' });
    const held = await hold(tx, actor, replyId, version);
    if (!held.ok) return held;
    const { reply: before } = held.value;
    const { workspaceId, threadId, personId, body, options, media } = before;
    const now = desk.clock.now();
    const decided = decide({ kind: 'give-back' }, before, now);
    if (!decided.ok) return err({ kind: 'decided-meanwhile', byName: null, state: before.state });
    await saveDecision(tx, workspaceId, replyId, {
      decision: 'returned',
      decidedBy: actor.personId,
      decidedAt: now,
    });
    const wording = { workspaceId, replyId, body, options, media, accepted: [], comment };
    await addVersion(tx, { ...wording, kind: 'returned', personId: actor.personId, createdAt: now });
    await audit(tx, actor, {
      action: 'reply.given-back',
      subjectKind: 'reply',
      subjectId: replyId,
      details: { threadId },
    });
    await appendEvents(tx, workspaceId, [
      { kind: 'reply.given-back', payload: { replyId, threadId, personId, byId: actor.personId } },
    ]);
    await planMail(desk, tx, before, now);
    const row = await recordProgress(desk, tx, before, decided.value);
    await appendLive(tx, workspaceId, [
      approvalChange(row, { outcome: 'returned', byName: actor.name, byId: actor.personId }),
    ]);
    const [view] = await viewReplies(tx, workspaceId, [row]);
    return view ? ok(view) : err({ kind: 'not-found' });
  });

type ToDecide = { readonly reply: ReplyRow; readonly authorName: string };

/** Looked at before the channel is asked, so that what cannot be is said at once; it is looked at again under the lock. */
const findToDecide = (
  desk: Desk,
  actor: Member,
  replyId: ReplyId,
  { version }: Approving,
): Promise<Result<ToDecide, DecideFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'replies.approve')) return err({ kind: 'not-allowed' });
    const reply = await readReply(tx, actor.workspaceId, replyId);
    const approval = await readApprovalRow(tx, actor.workspaceId, replyId);
    const failure = await whyNotToDecide(tx, actor, reply, approval, version);
    if (failure || !reply) return err(failure ?? { kind: 'not-found' });
    const moved = await readMovedOn(tx, reply, desk.clock.now());
    if (nothingToAnswer(moved)) return err({ kind: 'moved-on', moved });
    const names = await personNames(tx, actor.workspaceId, [reply.personId]);
    return ok({ reply, authorName: names.get(reply.personId) ?? '' });
  });

const hold = async (
  tx: Transaction,
  actor: Member,
  replyId: ReplyId,
  version: number,
): Promise<Result<{ readonly reply: ReplyRow }, DecideFailure>> => {
  const reply = await lockReply(tx, actor.workspaceId, replyId);
  const approval = await readApprovalRow(tx, actor.workspaceId, replyId);
  const failure = await whyNotToDecide(tx, actor, reply, approval, version);
  return failure || !reply ? err(failure ?? { kind: 'not-found' }) : ok({ reply });
};

const whyNotToDecide = async (
  tx: Transaction,
  actor: Member,
  reply: ReplyRow | undefined,
  approval: ApprovalRow | undefined,
  version: number,
): Promise<DecideFailure | undefined> => {
  if (!reply || !approval) return { kind: 'not-found' };
  if (reply.personId === actor.personId) return { kind: 'own-answer' };
  if (reply.state === 'waiting' && approval.version === version) return undefined;
  const byId = approval.decidedBy ?? reply.personId;
  const names = await personNames(tx, actor.workspaceId, [byId]);
  return { kind: 'decided-meanwhile', byName: names.get(byId) ?? null, state: reply.state };
};
