import { keepUploads } from '../../channels/index.ts';
import { audit, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { ReplyId, ThreadId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ApprovalReason } from '../model/approval-rules.ts';
import type { Desk } from '../model/correspondent.ts';
import { replyChanges, threadChanges } from '../model/live-changes.ts';
import type { ChosenMedia } from '../model/reply-media.ts';
import { HOLD_MS } from '../model/reply-state.ts';
import type { ReplyView } from '../model/views.ts';
import { deleteDraft } from '../store/draft-rows.ts';
import { readAnswerSince } from '../store/read-answer-since.ts';
import { insertReply, type NewReplyRow, type ReplyRow, readReply } from '../store/reply-rows.ts';
import { readSendingSettings } from '../store/sending-settings-rows.ts';
import { lockThread } from '../store/thread-rows.ts';
import { ask } from './ask-approval.ts';
import { type CheckFailure, checkWording, overridden, whyNot } from './check-reply.ts';
import { type ComposedReply, type ComposeFailure, previewReply, type ReplyText } from './preview-reply.ts';
import { readReasons } from './read-reasons.ts';
import { planLook } from './record-progress.ts';
import { viewReplies } from './view-replies.ts';

/** `id` is chosen by the composer: writing the same again, for any reason, is the same answer. */
export type NewReply = ReplyText & {
  readonly id: ReplyId;
  readonly threadId: ThreadId;
  /** The draft of a language model that it began with. */
  readonly suggestionId?: string | null;
  /** When the latest of our own words was said that the writer has seen: a colleague's answer after it is told first. */
  readonly seenUntil?: Date;
  /** The warnings that the writer has read and overrides, by their key. */
  readonly accepted?: readonly string[];
};

/** `id-taken`: another answer has this id. */
export type WriteFailure =
  | ComposeFailure
  | CheckFailure
  | { readonly kind: 'id-taken' }
  /** Somebody else answered in between: who (null: not from here), what and when. */
  | {
      readonly kind: 'answered-meanwhile';
      readonly byName: string | null;
      readonly body: string;
      readonly at: Date;
    };

/**
 * Takes an answer in: it leaves by itself after the time of an undo, or waits for an approver where the company wants so. The answer, its job, the news, the end of the
 * draft and the screens' change are one transaction.
 */
export const writeReply = async (
  desk: Desk,
  actor: Member,
  reply: NewReply,
): Promise<Result<ReplyView, WriteFailure>> => {
  if (!may(actor, 'replies.send') && !may(actor, 'replies.propose')) return err({ kind: 'not-allowed' });
  const earlier = await desk.database.inWorkspace(actor.workspaceId, (tx) => findEarlier(tx, actor, reply));
  if (earlier) return earlier;
  const composed = await previewReply(desk, actor, reply.threadId, reply);
  if (!composed.ok) return composed;
  return desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    const thread = await lockThread(
      tx,
      actor.workspaceId,
      reply.threadId,
      reply.seenUntil ? 'update' : 'share',
    );
    if (!thread) return err({ kind: 'not-found' });
    const here = { ...reply, threadId: thread.id };
    const other = await findOther(tx, actor, here);
    if (other) return err(other);
    const uploadIds = (reply.media ?? []).map(({ uploadId }) => uploadId);
    const areKept = await keepUploads(tx, actor.workspaceId, uploadIds);
    if (!areKept) return err({ kind: 'violations', violations: [{ kind: 'media-missing' }] });
    const settings = await readSendingSettings(tx, actor.workspaceId);
    const checks = await checkWording(tx, actor.workspaceId, reply, settings);
    const failure = whyNot(checks, reply.accepted ?? []);
    if (failure) return err(failure);
    const reasons = await readReasons(desk, tx, actor, reply.threadId, settings);
    const row = newRow(desk, actor, here, composed.value, reasons.length > 0);
    const isNew = await insertReply(tx, row);
    if (!isNew) return (await findEarlier(tx, actor, reply)) ?? err({ kind: 'id-taken' });
    const read = overridden(checks, reply.accepted ?? []);
    return ok(
      await follow(desk, tx, actor, row, { reasons, accepted: reply.accepted ?? [], overridden: read }),
    );
  });
};

/** The same person's same answer, written before: pressing twice sends once. */
const findEarlier = async (
  tx: Transaction,
  actor: Member,
  reply: NewReply,
): Promise<Result<ReplyView, WriteFailure> | undefined> => {
  const row = await readReply(tx, actor.workspaceId, reply.id);
  if (!row) return undefined;
  const isSame =
    row.personId === actor.personId &&
    row.mentionId === reply.mentionId &&
    row.body === reply.body &&
    isSameMedia(row.media, reply.media ?? []);
  const [view] = isSame ? await viewReplies(tx, actor.workspaceId, [row]) : [];
  return view ? ok(view) : err({ kind: 'id-taken' });
};

/** Two who answer at once take turns at the thread's lock: the second finds the first's answer here. */
const findOther = async (
  tx: Transaction,
  actor: Member,
  { threadId, seenUntil }: NewReply,
): Promise<WriteFailure | undefined> => {
  if (!seenUntil) return undefined;
  const { workspaceId, personId } = actor;
  const answer = await readAnswerSince(tx, workspaceId, threadId, personId, seenUntil);
  if (!answer) return undefined;
  const names = answer.byId ? await personNames(tx, workspaceId, [answer.byId]) : undefined;
  const byName = names?.get(answer.byId ?? '') ?? null;
  return { kind: 'answered-meanwhile', byName, body: answer.body, at: answer.at };
};

const isSameMedia = (one: readonly ChosenMedia[], other: readonly ChosenMedia[]): boolean =>
  one.length === other.length &&
  one.every(({ uploadId, alt }, index) => uploadId === other[index]?.uploadId && alt === other[index]?.alt);

const newRow = (
  desk: Pick<Desk, 'clock'>,
  actor: Member,
  reply: NewReply,
  { connectionId, draft, media }: ComposedReply,
  waits: boolean,
): NewReplyRow => {
  const createdAt = desk.clock.now();
  const sendAfter = new Date(createdAt.getTime() + HOLD_MS);
  const { id, threadId, mentionId, body, options, suggestionId = null } = reply;
  const { workspaceId, personId } = actor;
  const written = {
    workspaceId,
    id,
    threadId,
    connectionId,
    mentionId,
    personId,
    body,
    options,
    media,
    draft,
    suggestionId,
  };
  return waits
    ? { ...written, state: 'waiting', sendAfter: createdAt, dueAt: null, createdAt }
    : { ...written, state: 'held', sendAfter, dueAt: sendAfter, createdAt };
};

const follow = async (
  desk: Desk,
  tx: Transaction,
  actor: Member,
  written: NewReplyRow,
  looked: {
    readonly reasons: readonly ApprovalReason[];
    readonly accepted: readonly string[];
    readonly overridden: readonly string[];
  },
): Promise<ReplyView> => {
  const { workspaceId } = actor;
  const row = (await readReply(tx, workspaceId, written.id)) as ReplyRow;
  const { id: replyId, threadId, mentionId, personId } = row;
  await deleteDraft(tx, workspaceId, personId, threadId);
  if (row.state === 'waiting') {
    const { reasons, accepted } = looked;
    await ask(desk, tx, row, { reasons, accepted, by: actor });
    const [waiting] = await viewReplies(tx, workspaceId, [row]);
    return waiting as ReplyView;
  }
  await planLook(desk, tx, row);
  await audit(tx, actor, {
    action: 'reply.written',
    subjectKind: 'reply',
    subjectId: replyId,
    details: { threadId, ...(looked.overridden.length > 0 ? { overridden: looked.overridden } : {}) },
  });
  await appendEvents(tx, workspaceId, [
    { kind: 'reply.written', payload: { replyId, threadId, mentionId, personId } },
  ]);
  const [view] = await viewReplies(tx, workspaceId, [row]);
  await appendLive(tx, workspaceId, [...replyChanges(row), ...threadChanges([threadId], 'reply')]);
  return view as ReplyView;
};
