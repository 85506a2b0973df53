import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanBody } from '../clean-words.ts';
import type { ChannelProblem, ContentLimits, Draft, Receipt, Settlement, Violation } from '../contract.ts';
import { lengthViolations } from '../google/length-violations.ts';
import { mediaViolations } from '../media-violations.ts';
import { type BusinessContext, chosenPlaces, openBusiness } from './client.ts';
import { nativeIdOf, ReviewSchema, replyStateOf } from './documents.ts';
import { replyIdOf } from './normalise.ts';

export type BusinessPayload = { readonly text: string; readonly review: string };

const REVIEW_NAME = /^accounts\/[^/]+\/locations\/[^/]+\/reviews\/[^/]+$/;

/** The owner's answer to a review; there is one, and writing it again changes it. Pure. */
export const composeBusiness = (
  draft: Draft,
  limits: ContentLimits,
): Result<BusinessPayload, readonly Violation[]> => {
  const text = cleanBody(draft.text);
  const review = draft.inReplyTo?.context.name ?? '';
  const violations: readonly Violation[] = [
    ...(text === '' ? [{ kind: 'empty' } as const] : []),
    ...(REVIEW_NAME.test(review) ? [] : [{ kind: 'reply-target-missing' } as const]),
    ...lengthViolations(text, limits),
    ...mediaViolations(draft.media, limits),
  ];
  return violations.length > 0 ? err(violations) : ok({ text, review });
};

const ReplySchema = z.object({
  comment: z.string().catch(''),
  reviewReplyState: z.string().optional().catch(undefined),
  state: z.string().optional().catch(undefined),
});

/**
 * https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews/updateReply: PUT creates or changes, so that sending the
 * same again changes nothing. What Google looks at first is `accepted`, and may still be refused.
 */
export const sendBusiness = async (context: BusinessContext, payload: BusinessPayload): Promise<Receipt> => {
  const call = {
    host: 'reviews',
    method: 'PUT',
    path: `v4/${payload.review}/reply`,
    json: { comment: payload.text },
  } as const;
  const sent = await openBusiness(context).call(call, ReplySchema);
  const nativeId = replyIdOf(nativeIdOf(payload.review));
  if (sent.ok) return stateOf(replyStateOf(sent.value.output), nativeId);
  const { effect, problem } = sent.error;
  if (effect === 'unknown') return { state: 'unknown', detail: problem.detail };
  const isLater = effect === 'none' || problem.kind === 'rate-limited';
  return isLater ? { state: 'not-sent', problem } : { state: 'rejected', problem };
};

const stateOf = (
  state: string | undefined,
  nativeId: string,
): Extract<Receipt, { state: 'published' | 'accepted' | 'rejected' }> => {
  if (state === 'REJECTED') {
    return {
      state: 'rejected',
      problem: { kind: 'forbidden', detail: 'Google refused the answer by its policies' },
    };
  }
  return { state: state === 'PENDING' ? 'accepted' : 'published', nativeId };
};

/** The review tells the answer that it has: ours, or another. */
export const settleBusiness = async (
  context: BusinessContext,
  payload: BusinessPayload,
): Promise<Settlement> => {
  const read = await openBusiness(context).call(
    { host: 'reviews', path: `v4/${payload.review}` },
    ReviewSchema,
  );
  if (!read.ok)
    return read.error.status === 404 ? { state: 'absent' } : { state: 'unclear', lookAgainMs: 60_000 };
  const { reviewReply } = read.value.output;
  if (!reviewReply || tidy(reviewReply.comment) !== tidy(payload.text)) return { state: 'absent' };
  const state = stateOf(replyStateOf(reviewReply), replyIdOf(nativeIdOf(payload.review)));
  return state.state === 'rejected' ? { state: 'absent' } : state;
};

const tidy = (text: string): string => cleanBody(text).replace(/\s+/g, ' ').normalize('NFC');

/** Takes our answer back (`deleteReply`). `nativeId` is the answer's: `locations/…/reviews/…/reply`. */
export const retractBusiness = async (
  context: BusinessContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const review = /^(locations\/[^/]+)\/reviews\/[^/]+\/reply$/.exec(nativeId);
  if (!review) return err({ kind: 'not-found', detail: 'no answer of ours' });
  const business = openBusiness(context);
  const chosen = await chosenPlaces(business, { ...context.settings, location: '' });
  if (!chosen.ok) return err(chosen.error.problem);
  const place = chosen.value.places.find(({ name }) => name.endsWith(`/${review[1]}`));
  if (!place) return err({ kind: 'not-found', detail: 'the place is not ours any more' });
  const path = `v4/${place.name.split('/').slice(0, 2).join('/')}/${nativeId}`;
  const deleted = await business.call({ host: 'reviews', method: 'DELETE', path }, z.unknown());
  return deleted.ok || deleted.error.status === 404 ? ok(undefined) : err(deleted.error.problem);
};
