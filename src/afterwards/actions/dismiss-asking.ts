import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type AskingRow, changeAsking, lockAsking } from '../store/askings.ts';
import type { Ground } from './ground.ts';
import { follow } from './take-answer.ts';

type Refused = { readonly kind: 'not-allowed' | 'not-found' | 'no-longer' | 'no-choice' };

/** This time nobody is asked: it is counted as not asked, by hand. */
export const dismissAsking = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  askingId: string,
): Promise<Result<null, Refused>> =>
  onAsking(database, actor, askingId, 'dismissed', async (tx, asking) => {
    if (asking.state !== 'proposed') return 'no-longer';
    await changeAsking(tx, actor.workspaceId, askingId, { state: 'dismissed', dueAt: null });
    await audit(tx, actor, { action: 'asking.dismissed', subjectKind: 'thread', subjectId: asking.threadId });
    return null;
  });

/** Says what an answer in words means, or that it says nothing of the kind (`null`): machines misread. What they chose on the page is theirs. */
export const readByHand = (
  { database, clock }: Pick<Ground, 'database' | 'clock'>,
  actor: Member,
  askingId: string,
  score: number | null,
): Promise<Result<null, Refused>> =>
  onAsking(database, actor, askingId, 'answered', async (tx, asking) => {
    if (!asking.answeredAt || asking.answeredBy === 'page') return 'no-longer';
    if (score !== null && score > asking.scale) return 'no-choice';
    await changeAsking(tx, actor.workspaceId, askingId, { score, readFrom: 'person' });
    await follow(tx, actor.workspaceId, asking, score ?? undefined, asking.answerMentionId, clock.now());
    await audit(tx, actor, {
      action: 'asking.read',
      subjectKind: 'thread',
      subjectId: asking.threadId,
      details: { score },
    });
    return null;
  });

/** One question held while somebody who may does something to it: refused with a reason, or done and told to the open screens. */
const onAsking = (
  database: Ground['database'],
  actor: Member,
  askingId: string,
  what: 'dismissed' | 'answered',
  act: (tx: Transaction, asking: AskingRow) => Promise<Refused['kind'] | null>,
): Promise<Result<null, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'replies.send')) return err({ kind: 'not-allowed' });
    const asking = await lockAsking(tx, actor.workspaceId, askingId);
    if (!asking) return err({ kind: 'not-found' });
    const refused = await act(tx, asking);
    if (refused) return err({ kind: refused });
    await appendLive(tx, actor.workspaceId, [{ kind: 'afterwards.changed', payload: { what } }]);
    return ok(null);
  });
