import { audit, listMembers, type Member, permissionsOf } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { ApprovalReason } from '../model/approval-rules.ts';
import type { Desk } from '../model/correspondent.ts';
import { approvalChange, replyChanges, threadChanges } from '../model/live-changes.ts';
import { addVersion, askApproval } from '../store/approval-rows.ts';
import type { ReplyRow } from '../store/reply-rows.ts';
import { readSendingSettings } from '../store/sending-settings-rows.ts';

export const MAIL_APPROVAL_JOB = 'conversation.mail-approval';

/** Whoever has not looked after this long (ms) gets a mail, if they asked for such. */
const MAIL_AFTER_MS = 5 * 60_000;

type Asked = {
  readonly reasons: readonly ApprovalReason[];
  readonly kind?: 'proposed' | 'reconsidered';
  readonly accepted?: readonly string[];
  /** Who makes it wait: its author; whoever thinks again; null: the product, when it was about to leave. */
  readonly by: Member | null;
};

/** An answer waits from now on: its wording is kept, the approvers are told, and by when somebody shall have decided. */
export const ask = async (
  desk: Pick<Desk, 'clock' | 'jobs'>,
  tx: Transaction,
  row: ReplyRow,
  { reasons, kind = 'proposed', accepted = [], by }: Asked,
): Promise<void> => {
  const { workspaceId, id: replyId, threadId, mentionId, personId, body, options, media } = row;
  const askedAt = desk.clock.now();
  const { decideWithin } = await readSendingSettings(tx, workspaceId);
  const dueAt = new Date(askedAt.getTime() + decideWithin * 60_000);
  await askApproval(tx, { workspaceId, replyId, reasons, askedAt, dueAt });
  const wording = { workspaceId, replyId, body, options, media, comment: '', accepted };
  await addVersion(tx, { ...wording, kind, personId: by?.personId ?? personId, createdAt: askedAt });
  const actor = by ?? ({ kind: 'system', workspaceId, name: 'Passaparola' } as const);
  await audit(tx, actor, {
    action: kind === 'proposed' ? 'reply.proposed' : 'reply.reconsidered',
    subjectKind: 'reply',
    subjectId: replyId,
    details: { threadId, because: reasons.map((reason) => reason.kind) },
  });
  await appendEvents(tx, workspaceId, [
    { kind: 'reply.proposed', payload: { replyId, threadId, mentionId, personId } },
  ]);
  await planMail(desk, tx, row, askedAt);
  await appendLive(tx, workspaceId, [
    approvalChange(row, { outcome: 'asked', byName: by?.name ?? null, byId: by?.personId ?? null }),
    ...replyChanges(row),
    ...threadChanges([threadId], 'reply'),
  ]);
};

export const planMail = (
  desk: Pick<Desk, 'jobs'>,
  tx: Transaction,
  { workspaceId, id: replyId }: Pick<ReplyRow, 'workspaceId' | 'id'>,
  since: Date,
): Promise<void> =>
  desk.jobs.send(
    tx,
    MAIL_APPROVAL_JOB,
    { workspaceId, replyId, since: since.toISOString() },
    { startAfter: new Date(since.getTime() + MAIL_AFTER_MS) },
  );

/** Whoever may decide of an answer of this author. */
export const readApprovers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorId: PersonId,
): Promise<readonly PersonId[]> =>
  (await listMembers(tx, workspaceId))
    .filter(
      ({ personId, roles }) => personId !== authorId && permissionsOf(roles).includes('replies.approve'),
    )
    .map(({ personId }) => personId);
