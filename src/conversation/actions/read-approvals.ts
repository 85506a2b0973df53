import type { Words } from '../../channels/index.ts';
import type { Check } from '../../language/index.ts';
import { type MentionView, readMentions } from '../../listening/index.ts';
import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ReplyId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ApprovalReason } from '../model/approval-rules.ts';
import type { Desk } from '../model/correspondent.ts';
import { type DiffPart, diffWords } from '../model/diff-words.ts';
import { type MovedOn, movedOnWords } from '../model/moved-on.ts';
import type { ReplyView } from '../model/views.ts';
import {
  type ApprovalCounts,
  type ApprovalRow,
  countWaiting,
  readApprovalRow,
  readApprovalRows,
  readVersions,
  readWaiting,
  type VersionRow,
} from '../store/approval-rows.ts';
import { readMovedOn } from '../store/read-moved-on.ts';
import { type ReplyRow, readReply } from '../store/reply-rows.ts';
import { checkWording } from './check-reply.ts';
import { viewReplies } from './view-replies.ts';

export type WaitingAnswer = {
  readonly reply: ReplyView;
  readonly threadId: string;
  readonly version: number;
  readonly reasons: readonly ApprovalReason[];
  readonly askedAt: string;
  readonly dueAt: string;
  /** To whom, and on which channel; null once their words are gone. */
  readonly to: { readonly name: string | null; readonly channel: string; readonly body: string } | null;
};

export type Approvals = {
  /** Of others, for whoever may decide; oldest first. */
  readonly waiting: readonly WaitingAnswer[];
  /** Own ones: waiting, or come back. */
  readonly mine: readonly WaitingAnswer[];
};

type NotAllowed = { readonly kind: 'not-allowed' };

const mayLook = (actor: Member): boolean => may(actor, 'replies.approve') || may(actor, 'replies.propose');

export const listApprovals = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
): Promise<Result<Approvals, NotAllowed>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!mayLook(actor)) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const all = may(actor, 'replies.approve') ? await readWaiting(tx, workspaceId, null) : [];
    const others = all.filter((row) => row.personId !== personId);
    return ok({
      waiting: await viewWaiting(tx, workspaceId, others),
      mine: await viewWaiting(tx, workspaceId, await readWaiting(tx, workspaceId, personId)),
    });
  });

export const countApprovals = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
): Promise<Result<ApprovalCounts, NotAllowed>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!mayLook(actor)) return ok({ waiting: 0, late: 0, returned: 0 });
    const { workspaceId, personId } = actor;
    return ok(await countWaiting(tx, workspaceId, personId, may(actor, 'replies.approve'), desk.clock.now()));
  });

const viewWaiting = async (
  tx: Transaction,
  workspaceId: string,
  rows: readonly ReplyRow[],
): Promise<readonly WaitingAnswer[]> => {
  if (rows.length === 0) return [];
  const views = await viewReplies(tx, workspaceId, rows);
  const approvals = await readApprovalRows(
    tx,
    workspaceId,
    rows.map(({ id }) => id),
  );
  const mentions = await readMentions(tx, workspaceId, [...new Set(rows.map(({ mentionId }) => mentionId))]);
  return rows.flatMap((row, index) => {
    const [reply, approval] = [views[index], approvals.get(row.id)];
    const mention = mentions.find(({ id }) => id === row.mentionId);
    return reply && approval ? [waitingOf(row, reply, approval, mention)] : [];
  });
};

const EXCERPT = 400;

const waitingOf = (
  row: ReplyRow,
  reply: ReplyView,
  { version, reasons, askedAt, dueAt }: ApprovalRow,
  mention: MentionView | undefined,
): WaitingAnswer => ({
  reply,
  threadId: row.threadId,
  version,
  reasons,
  askedAt: askedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  to: mention
    ? {
        name: mention.author.name ?? mention.author.handle,
        channel: mention.channel,
        body: [...mention.body].slice(0, EXCERPT).join(''),
      }
    : null,
});

export type Wording = {
  readonly number: number;
  readonly kind: VersionRow['kind'];
  readonly personName: string;
  readonly body: string;
  readonly comment: string;
  readonly at: string;
  /** How it differs from the wording before it; empty for the first. */
  readonly diff: readonly DiffPart[];
};

export type ApprovalDetail = WaitingAnswer & {
  readonly mayDecide: boolean;
  readonly isMine: boolean;
  readonly decision: ApprovalRow['decision'];
  readonly decidedByName: string | null;
  readonly wordings: readonly Wording[];
  /** What happened in the conversation since it was proposed: to be read before it leaves. */
  readonly moved: readonly (Pick<MovedOn, 'kind' | 'body'> & {
    readonly at: string | null;
    readonly title: Words;
  })[];
  readonly checks: readonly Check[];
  /** What to give back with a decision: until when the conversation has been read. */
  readonly seenUntil: string;
};

/** One answer that waits, or waited: every wording of it, what was said of them, and whether the conversation has moved on. */
export const readApproval = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  replyId: ReplyId,
): Promise<Result<ApprovalDetail, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const row = await readReply(tx, workspaceId, replyId);
    const approval = await readApprovalRow(tx, workspaceId, replyId);
    const [waiting] = row ? await viewWaiting(tx, workspaceId, [row]) : [];
    if (!row || !approval || !waiting) return err({ kind: 'not-found' });
    const moved =
      row.state === 'waiting' || row.state === 'returned' ? await readMovedOn(tx, row, approval.askedAt) : [];
    const versions = await readVersions(tx, workspaceId, replyId);
    const names = await personNames(tx, workspaceId, [
      ...versions.map((one) => one.personId),
      ...moved.flatMap(({ byId }) => byId ?? []),
      ...(approval.decidedBy ? [approval.decidedBy] : []),
    ]);
    const isMine = row.personId === personId;
    return ok({
      ...waiting,
      isMine,
      mayDecide: !isMine && row.state === 'waiting' && may(actor, 'replies.approve'),
      decision: approval.decision,
      decidedByName: names.get(approval.decidedBy ?? '') ?? null,
      wordings: wordingsOf(versions, names),
      moved: moved.map(({ kind, body, at, byId }) => ({
        kind,
        body,
        at: at?.toISOString() ?? null,
        title: movedOnWords(kind, names.get(byId ?? '') ?? null),
      })),
      checks: await checkWording(tx, workspaceId, row),
      seenUntil: desk.clock.now().toISOString(),
    });
  });

const wordingsOf = (
  versions: readonly VersionRow[],
  names: ReadonlyMap<string, string>,
): readonly Wording[] =>
  versions.map((one, index) => ({
    number: one.number,
    kind: one.kind,
    personName: names.get(one.personId) ?? '',
    body: one.body,
    comment: one.comment,
    at: one.createdAt.toISOString(),
    diff: index === 0 ? [] : diffWords(versions[index - 1]?.body ?? '', one.body),
  }));
