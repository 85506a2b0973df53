import { z } from 'zod';
import type { ChannelProblem, Receipt } from '../contract.ts';
import { openClient, type XFailure } from './client.ts';
import type { XPayload } from './compose.ts';
import type { XContext, XSendContext } from './context.ts';

const PostedSchema = z.object({ data: z.object({ id: z.string().regex(/^\d{1,25}$/) }) });

/** https://docs.x.com/x-api/posts/create-post. Paid for by the call: what may have been posted is paid. The same words twice are refused there (403). */
export const sendX = async (context: XSendContext, payload: XPayload): Promise<Receipt> => {
  if (context.secrets.bearerToken) return { state: 'rejected', problem: readsOnly };
  const posted = await openClient(context).buy(
    {
      method: 'POST',
      path: '/2/tweets',
      json: {
        text: payload.text,
        ...(payload.answers ? { reply: { in_reply_to_tweet_id: payload.answers } } : {}),
      },
    },
    PostedSchema,
    {
      worst: payload.price,
      thingsOf: ({ data }) => [{ id: `create:${data.id}`, price: payload.price }],
      isListening: false,
    },
  );
  if (posted.ok) return published(context, posted.value.data.id);
  const { error } = posted;
  if (error.effect === 'unknown') return { state: 'unknown', detail: error.problem.detail };
  // Waiting does not fill a purse: a person decides.
  const isFinal = error.effect === 'refused' || error.problem.kind === 'over-budget';
  return { state: isFinal ? 'rejected' : 'not-sent', problem: inKind(error) };
};

export const published = (
  { account }: Pick<XContext, 'account'>,
  id: string,
): Extract<Receipt, { state: 'published' | 'accepted' }> => ({
  state: 'published',
  nativeId: id,
  url: `https://x.com/${(account?.handle ?? '@i').replace(/^@/, '')}/status/${id}`,
});

const readsOnly: ChannelProblem = {
  kind: 'forbidden',
  detail: 'the token of the app alone cannot write: join up with your own account',
};

const inKind = ({ problem, status }: XFailure): ChannelProblem =>
  status === 400 ? { kind: 'misconfigured', field: 'text', detail: problem.detail } : problem;
