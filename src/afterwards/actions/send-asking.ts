import { type WriteFailure, writeReply } from '../../conversation/index.ts';
import { readTone } from '../../language/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { PassReason } from '../model/asking.ts';
import { DAY_MS, OPEN_DAYS } from '../model/settings.ts';
import { signTicket, TOKEN_PURPOSE } from '../model/token.ts';
import { decideAsking } from '../model/who-is-asked.ts';
import { type AskingRow, changeAsking, lockAsking, replyStateOf } from '../store/askings.ts';
import { readSettings, tellAskings } from '../store/settings.ts';
import { threadOfMention } from '../store/thread-of-mention.ts';
import { isPublicPlace, judgeable } from './consider-threads.ts';
import type { Ground } from './ground.ts';

export type SendFailure =
  | WriteFailure
  /** It was sent, dismissed, or the conversation goes on. */
  | { readonly kind: 'no-longer' }
  /** Meanwhile a rule says that they are not asked. */
  | { readonly kind: 'passed-over'; readonly because: PassReason }
  /** Something is offered for an answer: that is no question any more. */
  | { readonly kind: 'conditional' };

/**
 * Sends a question as an answer of this person in its conversation: the ten seconds of an undo, the channel's rules and everything else
 * that answers go through hold for it too. The rules of who is asked are looked at again. Pressed twice it is sent once.
 */
export const sendAsking = async (
  ground: Ground,
  actor: Member,
  askingId: string,
  body: string,
): Promise<Result<{ readonly replyId: string }, SendFailure>> => {
  if (!may(actor, 'replies.send')) return err({ kind: 'not-allowed' });
  if (readTone({ text: body, kind: 'post' }).some(({ kind }) => kind === 'inducement'))
    return err({ kind: 'conditional' });
  const taken = await ground.database.inWorkspace(actor.workspaceId, (tx) =>
    takeUp(ground, tx, actor, askingId),
  );
  if (!taken.ok) return taken;
  const { asking, replyId, threadId } = taken.value;
  const reply = { id: replyId, threadId, mentionId: asking.mentionId, body, options: {} };
  const written = await writeReply(ground, actor, reply);
  if (!written.ok) return written;
  await ground.database.inWorkspace(actor.workspaceId, (tx) => noteAsked(ground, tx, actor, asking, body));
  return ok({ replyId });
};

type Taken = { readonly asking: AskingRow; readonly replyId: string; readonly threadId: string };

/** The id of the answer is kept before it is written: whoever presses again writes the same. */
const takeUp = async (
  ground: Ground,
  tx: Transaction,
  { workspaceId }: Member,
  askingId: string,
): Promise<Result<Taken, SendFailure>> => {
  const asking = await lockAsking(tx, workspaceId, askingId);
  if (!asking) return err({ kind: 'not-found' });
  const earlier = asking.replyId ? await replyStateOf(tx, workspaceId, asking.replyId) : null;
  const didNotLeave = earlier === 'undone' || earlier === 'failed' || earlier === 'returned';
  if (asking.state !== 'proposed' && !(asking.state === 'asked' && didNotLeave))
    return err({ kind: 'no-longer' });
  const threadId = await threadOfMention(tx, workspaceId, asking.mentionId);
  const settings = await readSettings(tx, workspaceId);
  const [ended] = threadId ? await judgeable(ground, tx, workspaceId, [threadId], settings) : [];
  if (!threadId || !ended || ended.mentionId !== asking.mentionId) return err({ kind: 'no-longer' });
  // Taken back or not delivered, it is no earlier question of ours to them.
  const facts = {
    ...ended,
    askedRecently: ended.askedRecently && !didNotLeave,
    personId: ended.personId ?? 'sender',
  };
  const verdict = decideAsking(
    { ...facts, isPublic: isPublicPlace(ended.visibility) },
    settings.asksInPublic,
  );
  if (!verdict.ask) return err({ kind: 'passed-over', because: verdict.because });
  const replyId = asking.replyId && !didNotLeave ? asking.replyId : newId();
  await changeAsking(tx, workspaceId, askingId, { replyId, state: 'proposed', askedAt: null });
  return ok({ asking, replyId, threadId });
};

const noteAsked = async (
  ground: Ground,
  tx: Transaction,
  actor: Member,
  asking: AskingRow,
  body: string,
): Promise<void> => {
  const { workspaceId } = actor;
  const askedAt = ground.clock.now();
  const way = body.includes(`${pagePath('it')}/`) || body.includes(`${pagePath('en')}/`) ? 'page' : 'reply';
  await changeAsking(tx, workspaceId, asking.id, {
    state: 'asked',
    way,
    personId: actor.personId,
    askedAt,
    expiresAt: expiryOf(asking.createdAt, askedAt),
  });
  await audit(tx, actor, {
    action: 'asking.sent',
    subjectKind: 'thread',
    subjectId: asking.threadId,
    details: { question: asking.question, way },
  });
  await tellAskings(tx, workspaceId);
  await appendLive(tx, workspaceId, [{ kind: 'afterwards.changed', payload: { what: 'asked' } }]);
};

/** Where the public page is, by the language of the question. */
export const pagePath = (language: 'it' | 'en'): string =>
  language === 'en' ? '/how-did-it-go' : '/com-e-andata';

/** The page's own end is fixed when the question is proposed, so that its address can be shown before it is sent. */
const ticketEnd = (createdAt: Date): Date => new Date(createdAt.getTime() + 2 * OPEN_DAYS * DAY_MS);
const expiryOf = (createdAt: Date, askedAt: Date): Date =>
  new Date(Math.min(ticketEnd(createdAt).getTime(), askedAt.getTime() + OPEN_DAYS * DAY_MS));

/** The address of the page of a question. */
export const pageOf = (
  { sealer, baseUrl }: Pick<Ground, 'sealer' | 'baseUrl'>,
  workspaceId: WorkspaceId,
  { id, createdAt, language }: Pick<AskingRow, 'id' | 'createdAt' | 'language'>,
): string => {
  const ticket = { workspaceId, askingId: id, expiresAt: ticketEnd(createdAt) };
  return `${baseUrl}${pagePath(language)}/${signTicket(ticket, sealer.deriveKey(TOKEN_PURPOSE))}`;
};
