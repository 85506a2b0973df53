import { lockPlaces, readThreadMentionIds, savePlaces } from '../../conversation/index.ts';
import { readMentions } from '../../listening/index.ts';
import { audit, listMembers, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ReportKind } from '../model/report-states.ts';
import { reportsOfThread } from '../store/reports-of-threads.ts';
import {
  changeShield,
  holdShield,
  insertShield,
  type KeptShield,
  shieldsOfThread,
} from '../store/shields.ts';
import { MOST_TURNS, reportOf } from './open-report.ts';
import { tellOfShields } from './tell.ts';

export type ShieldWish = {
  readonly threadId: string;
  readonly hiddenFrom: readonly string[];
  /** Who looks after the conversation instead. */
  readonly handlerId: string;
  readonly reason: 'insult' | 'threat' | 'other';
};

export type ShieldFailure = {
  readonly kind: 'not-allowed' | 'not-found' | 'no-such-person' | 'handler-is-hidden';
};

type Ground = Pick<Platform, 'database' | 'clock'>;

const kinds: Readonly<Record<ShieldWish['reason'], ReportKind>> = {
  insult: 'insult',
  threat: 'threat',
  other: 'other',
};

/**
 * Hides a conversation from whom it attacks, entrusts it to a colleague, and keeps the evidence: all in one. Anyone of the staff
 * may do so for themselves; for somebody else, whoever looks after protection.
 */
export const startShield = (
  { database, clock }: Ground,
  actor: Member,
  wish: ShieldWish,
): Promise<Result<{ readonly reportId: string | null }, ShieldFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const hiddenFrom = [...new Set(wish.hiddenFrom)];
    const forMyself = hiddenFrom.every((id) => id === actor.personId);
    if (!may(actor, forMyself ? 'shields.start' : 'protection.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const members = new Set((await listMembers(tx, workspaceId)).map((member) => member.personId));
    if (![...hiddenFrom, wish.handlerId].every((id) => members.has(id)))
      return err({ kind: 'no-such-person' });
    const [place] = await lockPlaces(tx, workspaceId, [wish.threadId]);
    if (!place) return err({ kind: 'not-found' });
    const hidden = new Set(
      (await shieldsOfThread(tx, workspaceId, wish.threadId)).map((one) => one.hiddenFrom),
    );
    if (hiddenFrom.includes(wish.handlerId) || hidden.has(wish.handlerId))
      return err({ kind: 'handler-is-hidden' });
    const now = clock.now();
    const reportId = await keepEvidence(tx, actor, wish, now);
    const after = { ...place.place, assigneeId: wish.handlerId };
    await savePlaces(tx, workspaceId, [{ id: place.id, before: place.place, after }], personId);
    for (const one of hiddenFrom)
      await insertShield(tx, shieldOf(wish, { workspaceId, startedBy: personId, startedAt: now }, one));
    await audit(tx, actor, {
      action: 'shield.started',
      subjectKind: 'thread',
      subjectId: wish.threadId,
      details: { hiddenFrom, handlerId: wish.handlerId, reason: wish.reason },
    });
    await tellOfShields(tx, workspaceId, wish.threadId);
    return ok({ reportId });
  });

const shieldOf = (
  { threadId, handlerId, reason }: ShieldWish,
  by: Pick<KeptShield, 'workspaceId' | 'startedBy' | 'startedAt'>,
  hiddenFrom: string,
): KeptShield => ({
  ...by,
  id: newId(),
  threadId,
  handlerId,
  reason,
  hiddenFrom,
  openedAt: null,
  endedAt: null,
  endedBy: null,
});

/** The report under way for this conversation, or a new one with its evidence; null where nothing of others is in it. */
const keepEvidence = async (
  tx: Transaction,
  actor: Member,
  { threadId, reason }: ShieldWish,
  now: Date,
): Promise<string | null> => {
  const { workspaceId } = actor;
  const underWay = (await reportsOfThread(tx, workspaceId, threadId)).find(({ endedAt }) => endedAt === null);
  if (underWay) return underWay.id;
  const { ids } = await readThreadMentionIds(tx, workspaceId, threadId, { limit: MOST_TURNS });
  const mentions = (await readMentions(tx, workspaceId, ids)).filter(({ ours }) => !ours);
  return mentions.length > 0 ? (await reportOf(tx, actor, now, kinds[reason], mentions)).id : null;
};

export type ShieldStep = 'open' | 'cover' | 'end';

/**
 * `open`: the person reads it all the same, by their own choice, and that is written down; `cover`: hidden again; `end`: the shield is
 * over, by the person themselves, whoever handles it, or whoever looks after protection.
 */
export const stepShield = (
  { database, clock }: Ground,
  actor: Member,
  shieldId: string,
  step: ShieldStep,
): Promise<Result<null, ShieldFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId, personId } = actor;
    const shield = await holdShield(tx, workspaceId, shieldId);
    if (!shield || !may(actor, 'threads.read')) return err({ kind: shield ? 'not-allowed' : 'not-found' });
    const isMine = shield.hiddenFrom === personId;
    const mayEnd = isMine || shield.handlerId === personId || may(actor, 'protection.write');
    if (step === 'end' ? !mayEnd : !isMine) return err({ kind: 'not-allowed' });
    const now = clock.now();
    if (step === 'end') await changeShield(tx, shield, { endedAt: now, endedBy: personId });
    else await changeShield(tx, shield, { openedAt: step === 'open' ? now : null });
    await audit(tx, actor, {
      action: audited[step],
      subjectKind: 'thread',
      subjectId: shield.threadId,
      details: { hiddenFrom: shield.hiddenFrom },
    });
    await tellOfShields(tx, workspaceId, shield.threadId);
    return ok(null);
  });

const audited = { open: 'shield.opened', cover: 'shield.covered', end: 'shield.ended' } as const;
