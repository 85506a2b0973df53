import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { htmlToText } from '../../platform/text/index.ts';
import type { ChannelProblem, Decision, Receipt, Settlement } from '../contract.ts';
import { callApi, type WordPressContext } from './call-api.ts';
import { ownNumber } from './check.ts';
import { CommentSchema, commentId, numberOf } from './comment.ts';
import type { WordPressPayload } from './compose.ts';

const MadeSchema = z.object({ id: z.number().int(), status: z.string(), link: z.string().catch('') });

/** A comment under the one that is answered (https://developer.wordpress.org/rest-api/reference/comments/#create-a-comment). */
export const sendWordPress = async (
  context: WordPressContext,
  payload: WordPressPayload,
  _opKey: string,
): Promise<Receipt> => {
  const { text, post, parent } = payload;
  const body = { post, parent, content: asHtml(text) };
  const answer = await callApi(context, '/wp/v2/comments', { method: 'POST', body });
  if (answer.ok) {
    const made = MadeSchema.safeParse(answer.value.json).data;
    return made ? receiptOf(made) : { state: 'unknown', detail: 'an answer that does not read' };
  }
  const { status, mayHaveHappened, problem } = answer.error;
  // "You've already said that": an attempt before this one arrived.
  if (status === 409) return (await findOwn(context, payload)) ?? { state: 'rejected', problem };
  if (mayHaveHappened) return { state: 'unknown', detail: problem.detail };
  const isPassing = problem.kind === 'rate-limited' || problem.kind === 'unreachable';
  return { state: isPassing ? 'not-sent' : 'rejected', problem };
};

const receiptOf = ({ id, status, link }: z.infer<typeof MadeSchema>) => ({
  state: status === 'approved' ? ('published' as const) : ('accepted' as const),
  nativeId: commentId(id),
  ...(link ? { url: link } : {}),
});

const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A request that we gave up may still be on its way: before this, not having found it means nothing. */
const MAY_STILL_COME_MS = 30_000;

/** Looks for our own comment with these words under the same one. WordPress refuses the same words twice, so that there is one at most. */
export const settleWordPress = async (
  context: WordPressContext,
  payload: WordPressPayload,
  _opKey: string,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const found = await findOwn(context, payload);
  if (found) return found;
  const age = context.clock.now().getTime() - attemptStartedAt.getTime();
  return found === undefined && age > MAY_STILL_COME_MS
    ? { state: 'absent' }
    : { state: 'unclear', lookAgainMs: MAY_STILL_COME_MS };
};

/** Null when it could not be looked for. */
const findOwn = async (
  context: WordPressContext,
  { text, post, parent }: WordPressPayload,
): Promise<Extract<Receipt, { state: 'published' | 'accepted' }> | undefined | null> => {
  const author = ownNumber(context);
  const query = { post, parent, per_page: 100, order: 'desc' };
  const whole = await callApi(context, '/wp/v2/comments', { query: { ...query, author, status: 'all' } });
  const answer =
    !whole.ok && whole.error.status !== undefined && whole.error.status < 500
      ? await callApi(context, '/wp/v2/comments', { query })
      : whole;
  if (!answer.ok || !Array.isArray(answer.value.json)) return null;
  const wanted = inOneLine(text);
  const own = answer.value.json
    .flatMap((one) => CommentSchema.safeParse(one).data ?? [])
    .find(
      (comment) =>
        String(comment.author) === author && inOneLine(htmlToText(comment.content.rendered)) === wanted,
    );
  return own && receiptOf(own);
};

/** Apart from what WordPress makes prettier: quotation marks, dashes, dots, spaces. */
const inOneLine = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();

/** Into the trash, where WordPress keeps it for a while. */
export const retractWordPress = async (
  context: WordPressContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const id = numberOf(nativeId);
  if (id === undefined) return err({ kind: 'not-found', detail: 'no comment of ours' });
  const answer = await callApi(context, `/wp/v2/comments/${id}`, { method: 'DELETE' });
  if (answer.ok || answer.error.status === 404 || answer.error.status === 410) return ok(undefined);
  return err(answer.error.problem);
};

const statuses = { approve: 'approved', hold: 'hold', spam: 'spam', unwanted: 'trash' } as const;

/** To give a comment the status that it has is an error to WordPress: it is looked at first. */
export const moderateWordPress = async (
  context: WordPressContext,
  nativeId: string,
  decision: Decision,
): Promise<Result<void, ChannelProblem>> => {
  const id = numberOf(nativeId);
  if (id === undefined) return err({ kind: 'not-found', detail: 'no comment' });
  const status = statuses[decision];
  const path = `/wp/v2/comments/${id}`;
  const found = await callApi(context, path, { query: { context: 'edit', _fields: 'status' } });
  if (!found.ok) return err(found.error.problem);
  if (z.object({ status: z.literal(status) }).safeParse(found.value.json).success) return ok(undefined);
  const told = await callApi(context, path, { method: 'POST', body: { status } });
  return told.ok ? ok(undefined) : err(told.error.problem);
};
