import { audit, type Member, may } from '../../people/index.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { changeAsking, lockAsking } from '../store/askings.ts';
import type { Ground } from './ground.ts';
import { follow } from './take-answer.ts';

type Refused = { readonly kind: 'not-allowed' | 'not-found' | 'no-longer' | 'no-choice' };

/** This time nobody is asked: it is counted as not asked, by hand. */
export const dismissAsking = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  askingId: string,
): Promise<Result<null, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'replies.send')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const asking = await lockAsking(tx, workspaceId, askingId);
    if (!asking) return err({ kind: 'not-found' });
    if (asking.state !== 'proposed') return err({ kind: 'no-longer' });
    await changeAsking(tx, workspaceId, askingId, { state: 'dismissed', dueAt: null });
    await audit(tx, actor, { action: 'asking.dismissed', subjectKind: 'thread', subjectId: asking.threadId });
    await appendLive(tx, workspaceId, [{ kind: 'afterwards.changed', payload: { what: 'dismissed' } }]);
    return ok(null);
  });

/** Says what an answer in words means, or that it says nothing of the kind (`null`): machines misread. What they chose on the page is theirs. */
export const readByHand = (
  { database, clock }: Pick<Ground, 'database' | 'clock'>,
  actor: Member,
  askingId: string,
  score: number | null,
): Promise<Result<null, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'replies.send')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const asking = await lockAsking(tx, workspaceId, askingId);
    if (!asking) return err({ kind: 'not-found' });
    if (!asking.answeredAt || asking.answeredBy === 'page') return err({ kind: 'no-longer' });
    if (score !== null && score > asking.scale) return err({ kind: 'no-choice' });
    await changeAsking(tx, workspaceId, askingId, { score, readFrom: 'person' });
    await follow(tx, workspaceId, asking, score ?? undefined, asking.answerMentionId, clock.now());
    await audit(tx, actor, {
      action: 'asking.read',
      subjectKind: 'thread',
      subjectId: asking.threadId,
      details: { score },
    });
    await appendLive(tx, workspaceId, [{ kind: 'afterwards.changed', payload: { what: 'answered' } }]);
    return ok(null);
  });
