import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Receipt, Settlement } from '../contract.ts';
import { pageGraph } from '../meta/facebook-login.ts';
import { callGraph } from '../meta/graph-call.ts';
import { hideComment, noComment } from '../meta/hide-comment.ts';
import { readPages } from '../meta/paging.ts';
import { receiptOf } from '../meta/receipt.ts';
import { isSince, notFoundAt, sendMessage, settleMessage, tidy, unclear } from '../meta/send-message.ts';
import { Id, instantOfText } from '../meta/tolerant.ts';
import { fittingId } from '../text-digest.ts';
import type { InstagramPayload } from './compose.ts';
import { CommentSchema } from './documents.ts';
import type { InstagramContext } from './receive.ts';

type Public = Exclude<InstagramPayload, { kind: 'message' }>;

export const sendInstagram = async (
  context: InstagramContext,
  payload: InstagramPayload,
): Promise<Receipt> => {
  const graph = pageGraph(context);
  if (payload.kind === 'message') return sendMessage(graph, payload);
  const sent = await callGraph(graph, { method: 'POST', ...callOf(context, payload) }, z.object({ id: Id }));
  return sent.ok ? { state: 'published', nativeId: fittingId(sent.value.output.id) } : receiptOf(sent.error);
};

/**
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-comment/replies , .../ig-media/comments and
 * .../ig-user/mentions
 */
const callOf = ({ account }: InstagramContext, payload: Public) => {
  if (payload.kind === 'comment')
    return { path: `${encodeURIComponent(payload.target)}/replies`, form: { message: payload.text } };
  if (payload.kind === 'own')
    return { path: `${encodeURIComponent(payload.target)}/comments`, form: { message: payload.text } };
  const { media, comment, text } = payload;
  return {
    path: `${encodeURIComponent(account?.nativeId ?? '')}/mentions`,
    form: { media_id: media, ...(comment ? { comment_id: comment } : {}), message: text },
  };
};

const MOST_PAGES = 5;

/** Looks beneath what was answered. Under another's medium nothing can be looked through: there a person has to look. */
export const settleInstagram = async (
  context: InstagramContext,
  payload: InstagramPayload,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const graph = pageGraph(context);
  const us = context.account?.nativeId ?? '';
  if (payload.kind === 'message')
    return settleMessage(graph, payload, new Set([us]), 'instagram', attemptStartedAt);
  if (payload.kind === 'mention') return unclear;
  const edge = payload.kind === 'comment' ? 'replies' : 'comments';
  const call = {
    path: `${encodeURIComponent(payload.target)}/${edge}`,
    params: { fields: 'id,text,timestamp,username,from{id,username}', limit: 50 },
  };
  const listed = await readPages(graph, call, MOST_PAGES);
  if (!listed.ok) return unclear;
  const name = context.account?.handle?.replace(/^@/, '');
  const mine = listed.value.data
    .flatMap((one) => CommentSchema.safeParse(one).data ?? [])
    .find(
      (one) =>
        (one.from?.id === us || (name !== undefined && one.username === name)) &&
        tidy(one.text ?? '') === tidy(payload.text) &&
        isSince(instantOfText(one.timestamp), attemptStartedAt),
    );
  if (mine) return { state: 'published', nativeId: fittingId(mine.id) };
  return listed.value.isComplete ? notFoundAt(graph, attemptStartedAt) : unclear;
};

/** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-comment#updating : `hide`, with instagram_manage_comments. */
export const hideOnInstagram = async (
  context: InstagramContext,
  nativeId: string,
  isHidden: boolean,
): Promise<Result<void, ChannelProblem>> =>
  /^\d+$/.test(nativeId)
    ? hideComment(pageGraph(context), { path: nativeId, form: { hide: String(isHidden) } })
    : err(noComment);

/** Comments can be deleted, messages cannot. What is gone already is no problem. */
export const retractInstagram = async (
  context: InstagramContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  if (!/^\d+$/.test(nativeId))
    return err({ kind: 'forbidden', detail: 'Instagram lets no app take a message back' });
  const call = { method: 'DELETE', path: nativeId } as const;
  const gone = await callGraph(pageGraph(context), call, z.object({ success: z.literal(true) }));
  return gone.ok || gone.error.problem.kind === 'not-found' ? ok(undefined) : err(gone.error.problem);
};
