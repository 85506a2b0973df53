import { threadThere } from '../../conversation/index.ts';
import { readMentions } from '../../listening/index.ts';
import { listMembers, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { findTarget } from '../model/find-target.ts';
import { reportsOfThread } from '../store/reports-of-threads.ts';
import { insultedThreads, type KeptShield, listShields, shieldsOfThread } from '../store/shields.ts';

type Ground = Pick<Platform, 'database'>;
type Failure = { readonly kind: 'not-allowed' | 'not-found' };

export type ShieldView = {
  readonly id: string;
  readonly threadId: string;
  readonly hiddenFrom: string;
  readonly hiddenFromName: string;
  readonly handlerId: string;
  readonly handlerName: string;
  readonly reason: KeptShield['reason'];
  readonly startedAt: string;
  readonly isOpened: boolean;
};

const viewsOf = async (
  tx: Transaction,
  workspaceId: string,
  shields: readonly KeptShield[],
): Promise<readonly ShieldView[]> => {
  const ids = shields.flatMap(({ hiddenFrom, handlerId }) => [hiddenFrom, handlerId]);
  const names = await personNames(tx, workspaceId, ids);
  return shields.map((shield) => ({
    id: shield.id,
    threadId: shield.threadId,
    hiddenFrom: shield.hiddenFrom,
    hiddenFromName: names.get(shield.hiddenFrom) ?? '',
    handlerId: shield.handlerId,
    handlerName: names.get(shield.handlerId) ?? '',
    reason: shield.reason,
    startedAt: shield.startedAt.toISOString(),
    isOpened: shield.openedAt !== null,
  }));
};

export type ThreadProtection = {
  /** The shield that hides it from whoever asks; null when they may read it. */
  readonly hiddenFromMe: ShieldView | null;
  readonly shields: readonly ShieldView[];
  readonly reports: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: string;
    readonly kind: string;
  }[];
};

/** How a conversation is protected, as its page needs to know before it shows a word. */
export const readThreadProtection = (
  { database }: Ground,
  actor: Member,
  asked: string,
): Promise<Result<ThreadProtection, Failure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const there = await threadThere(tx, workspaceId, asked);
    const threadId = there ?? asked;
    const shields = await viewsOf(tx, workspaceId, await shieldsOfThread(tx, workspaceId, threadId));
    if (shields.length === 0 && !there) return err({ kind: 'not-found' });
    const reports = may(actor, 'protection.read') ? await reportsOfThread(tx, workspaceId, threadId) : [];
    return ok({
      hiddenFromMe: shields.find((one) => one.hiddenFrom === personId && !one.isOpened) ?? null,
      shields,
      reports: reports.map(({ id, number, state, kind }) => ({ id, number, state, kind })),
    });
  });

/** Shields under way: all for whoever looks after protection, for the others those that concern them. `covered`: every conversation under one. */
export const readShields = ({ database }: Ground, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' as const });
    const views = await viewsOf(tx, actor.workspaceId, await listShields(tx, actor.workspaceId));
    const { personId } = actor;
    const concerns = (one: ShieldView) => one.hiddenFrom === personId || one.handlerId === personId;
    return ok({
      shields: may(actor, 'protection.read') ? views : views.filter(concerns),
      covered: [...new Set(views.map(({ threadId }) => threadId))],
    });
  });

const MOST_SUGGESTED = 20;

/** Conversations where the reading is sure that somebody is insulted: whom it may be aimed at, and whether it threatens. No words of theirs. */
export const suggestShields = ({ database }: Ground, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId } = actor;
    const found = await insultedThreads(tx, workspaceId, MOST_SUGGESTED);
    const mentions = new Map(
      (
        await readMentions(
          tx,
          workspaceId,
          found.map(({ mentionId }) => mentionId),
        )
      ).map((one) => [one.id, one]),
    );
    const members = await listMembers(tx, workspaceId);
    const seen = new Set<string>();
    const suggestions = found.flatMap(({ threadId, mentionId }) => {
      const mention = mentions.get(mentionId);
      if (!mention || mention.ours || mention.reading?.unsure !== false || seen.has(threadId)) return [];
      seen.add(threadId);
      const { reads, named } = findTarget(`${mention.title ?? ''} ${mention.body}`, members);
      return [{ threadId, mentionId, reads, named, channel: mention.channel, saidAt: mention.saidAt }];
    });
    return ok({ suggestions });
  });
