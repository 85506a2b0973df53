import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Receipt, Settlement } from '../contract.ts';
import { pageGraph } from '../meta/facebook-login.ts';
import { callGraph } from '../meta/graph-call.ts';
import { hideComment, noComment } from '../meta/hide-comment.ts';
import { readPages } from '../meta/paging.ts';
import { receiptOf } from '../meta/receipt.ts';
import { isSince, notFoundAt, sendMessage, settleMessage, tidy, unclear } from '../meta/send-message.ts';
import { Id, instantOfText, webAddress } from '../meta/tolerant.ts';
import { fittingId } from '../text-digest.ts';
import type { FacebookPayload } from './compose.ts';
import { CommentSchema } from './documents.ts';
import type { FacebookContext } from './receive.ts';

/** https://developers.facebook.com/docs/graph-api/reference/object/comments#publish ; it knows no key against doubles: nobody sends again before `settle` has looked. */
export const sendFacebook = async (context: FacebookContext, payload: FacebookPayload): Promise<Receipt> => {
  const graph = pageGraph(context);
  if (payload.kind === 'message') return sendMessage(graph, payload);
  const path = `${encodeURIComponent(payload.target)}/comments`;
  const call = { method: 'POST', path, form: { message: payload.text } } as const;
  const sent = await callGraph(graph, call, z.object({ id: Id }));
  return sent.ok ? publishedComment(sent.value.output.id, undefined) : receiptOf(sent.error);
};

const publishedComment = (id: string, link: string | undefined) => {
  const url = webAddress(link) ?? webAddress(`https://www.facebook.com/${encodeURIComponent(id)}`);
  return { state: 'published', nativeId: fittingId(id), ...(url ? { url } : {}) } as const;
};

const MOST_PAGES = 5;

/** Looks among the newest comments beneath the same one for ours with the same words. */
export const settleFacebook = async (
  context: FacebookContext,
  payload: FacebookPayload,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const graph = pageGraph(context);
  const us = context.account?.nativeId ?? '';
  if (payload.kind === 'message')
    return settleMessage(graph, payload, new Set([us]), 'messenger', attemptStartedAt);
  const call = {
    path: `${encodeURIComponent(payload.target)}/comments`,
    params: {
      fields: 'id,message,from,created_time,permalink_url',
      order: 'reverse_chronological',
      limit: 50,
    },
  };
  const isOld = (node: unknown) =>
    !isSince(instantOfText(CommentSchema.safeParse(node).data?.created_time), attemptStartedAt);
  const listed = await readPages(graph, call, MOST_PAGES, (page) => page.some(isOld));
  if (!listed.ok) return unclear;
  const mine = listed.value.data
    .flatMap((one) => CommentSchema.safeParse(one).data ?? [])
    .find((one) => one.from?.id === us && tidy(one.message ?? '') === tidy(payload.text) && !isOld(one));
  if (mine) return publishedComment(mine.id, mine.permalink_url);
  return listed.value.isComplete ? notFoundAt(graph, attemptStartedAt) : unclear;
};

/** https://developers.facebook.com/docs/graph-api/reference/comment#updating : `is_hidden`, with pages_manage_engagement. */
export const hideOnFacebook = async (
  context: FacebookContext,
  nativeId: string,
  isHidden: boolean,
): Promise<Result<void, ChannelProblem>> =>
  /^\d+_\d+$/.test(nativeId)
    ? hideComment(pageGraph(context), { path: nativeId, form: { is_hidden: String(isHidden) } })
    : err(noComment);

/** Messages cannot be taken back by an app. What is gone already is no problem. */
export const retractFacebook = async (
  context: FacebookContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  if (!/^\d+(_\d+)?$/.test(nativeId))
    return err({ kind: 'forbidden', detail: 'Messenger lets no app take a message back' });
  const call = { method: 'DELETE', path: nativeId } as const;
  const gone = await callGraph(pageGraph(context), call, z.object({ success: z.literal(true) }));
  return gone.ok || gone.error.problem.kind === 'not-found' ? ok(undefined) : err(gone.error.problem);
};
