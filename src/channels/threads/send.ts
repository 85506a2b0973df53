import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Receipt, Settlement } from '../contract.ts';
import { callGraph } from '../meta/graph-call.ts';
import { hideComment, noComment } from '../meta/hide-comment.ts';
import { readPages } from '../meta/paging.ts';
import { receiptOf } from '../meta/receipt.ts';
import { isSince, notFoundAt, tidy, unclear } from '../meta/send-message.ts';
import { Id, instantOfText, webAddress } from '../meta/tolerant.ts';
import { fittingId } from '../text-digest.ts';
import { openThreads, type ThreadsContext } from './client.ts';
import type { ThreadsPayload } from './compose.ts';
import { PostSchema } from './documents.ts';

const MadeSchema = z.object({ id: Id });

/**
 * In two steps, the second of which is seen by people: a container that is not published has not been said.
 * https://developers.facebook.com/docs/threads/reply-management#respond-to-replies
 */
export const sendThreads = async (context: ThreadsContext, payload: ThreadsPayload): Promise<Receipt> => {
  const opened = await openThreads(context);
  if (!opened.ok) return { state: 'not-sent', problem: opened.error };
  const graph = opened.value;
  const form = { media_type: 'TEXT', text: payload.text, reply_to_id: payload.target };
  const made = await callGraph(graph, { method: 'POST', path: 'me/threads', form }, MadeSchema);
  if (!made.ok) {
    const receipt = receiptOf(made.error);
    return receipt.state === 'unknown' ? { state: 'not-sent', problem: made.error.problem } : receipt;
  }
  const publishing = {
    method: 'POST',
    path: 'me/threads_publish',
    form: { creation_id: made.value.output.id },
  } as const;
  const published = await callGraph(graph, publishing, MadeSchema);
  if (!published.ok) return receiptOf(published.error);
  return { state: 'published', nativeId: fittingId(published.value.output.id) };
};

const MOST_PAGES = 5;

/** Looks among our newest replies for one beneath the same post with the same words. */
export const settleThreads = async (
  context: ThreadsContext,
  payload: ThreadsPayload,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const opened = await openThreads(context);
  if (!opened.ok) return unclear;
  const params = { fields: 'id,text,timestamp,permalink,media_type,replied_to', limit: 50 };
  const read = (node: unknown) => PostSchema.safeParse(node).data;
  const isOld = (node: unknown) => !isSince(instantOfText(read(node)?.timestamp), attemptStartedAt);
  const listed = await readPages(opened.value, { path: 'me/replies', params }, MOST_PAGES, (page) =>
    page.some(isOld),
  );
  if (!listed.ok) return unclear;
  const mine = listed.value.data
    .filter((node) => !isOld(node))
    .flatMap((node) => read(node) ?? [])
    .find((one) => one.replied_to?.id === payload.target && tidy(one.text ?? '') === tidy(payload.text));
  if (mine) {
    const url = webAddress(mine.permalink);
    return { state: 'published', nativeId: fittingId(mine.id), ...(url ? { url } : {}) };
  }
  return listed.value.isComplete ? notFoundAt(opened.value, attemptStartedAt) : unclear;
};

/** https://developers.facebook.com/docs/threads/reply-management : replies beneath ours, with threads_manage_replies. */
export const hideOnThreads = async (
  context: ThreadsContext,
  nativeId: string,
  isHidden: boolean,
): Promise<Result<void, ChannelProblem>> => {
  if (!/^\d+$/.test(nativeId)) return err(noComment);
  const opened = await openThreads(context);
  if (!opened.ok) return opened;
  return hideComment(opened.value, { path: `${nativeId}/manage_reply`, form: { hide: String(isHidden) } });
};

/** https://developers.facebook.com/docs/threads/posts/delete-posts : a hundred a day. What is gone already is no problem. */
export const retractThreads = async (
  context: ThreadsContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const opened = await openThreads(context);
  if (!opened.ok) return opened;
  const call = { method: 'DELETE', path: encodeURIComponent(nativeId) } as const;
  const gone = await callGraph(opened.value, call, z.object({ success: z.literal(true) }));
  return gone.ok || gone.error.problem.kind === 'not-found' ? ok(undefined) : err(gone.error.problem);
};
