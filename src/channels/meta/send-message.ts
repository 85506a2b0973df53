import { z } from 'zod';
import type { Receipt, Settlement } from '../contract.ts';
import { fittingId } from '../text-digest.ts';
import { callGraph, type Graph } from './graph-call.ts';
import { messagesOfConversation } from './messaging.ts';
import { readPage } from './paging.ts';
import { receiptOf } from './receipt.ts';
import { Id } from './tolerant.ts';

/** To a person who wrote to us, or privately to who wrote a comment. `late`: after 24 hours, by a person of ours, as the tag says. */
export type PrivateMessage = {
  readonly to: { readonly person: string } | { readonly comment: string };
  readonly text: string;
  readonly late: boolean;
};

const SentSchema = z.object({ message_id: Id });

/**
 * https://developers.facebook.com/docs/messenger-platform/reference/send-api/ ; for comments
 * https://developers.facebook.com/docs/messenger-platform/discovery/private-replies (once a comment, within seven days).
 */
export const sendMessage = async (graph: Graph, { to, text, late }: PrivateMessage): Promise<Receipt> => {
  const json = {
    recipient: 'person' in to ? { id: to.person } : { comment_id: to.comment },
    message: { text },
    ...(late ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' }),
  };
  const sent = await callGraph(graph, { method: 'POST', path: 'me/messages', json }, SentSchema);
  if (!sent.ok) return receiptOf(sent.error);
  return { state: 'published', nativeId: fittingId(sent.value.output.message_id) };
};

/** Its clock and ours, and the way of the request. */
const TOLERANCE_MS = 2 * 60_000;
/** A request that we gave up may still be on its way: before this, not having found it means nothing. */
const MAY_STILL_COME_MS = 30_000;
const LOOK_AGAIN_MS = 30_000;

export const isSince = (at: string | undefined, attemptStartedAt: Date): boolean => {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) || time >= attemptStartedAt.getTime() - TOLERANCE_MS;
};

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');

/** Nothing of ours was found where everything was looked through. */
export const notFoundAt = ({ clock }: Pick<Graph, 'clock'>, attemptStartedAt: Date): Settlement => {
  const passed = clock.now().getTime() - attemptStartedAt.getTime();
  return passed >= MAY_STILL_COME_MS
    ? { state: 'absent' }
    : { state: 'unclear', lookAgainMs: Math.max(1_000, MAY_STILL_COME_MS - passed) };
};

export const unclear: Settlement = { state: 'unclear', lookAgainMs: LOOK_AGAIN_MS };

/** Looks for our message among the newest of the conversation with this person. A private answer to a comment cannot be looked for this way. */
export const settleMessage = async (
  graph: Graph,
  { to, text }: PrivateMessage,
  us: ReadonlySet<string>,
  platform: 'messenger' | 'instagram',
  attemptStartedAt: Date,
): Promise<Settlement> => {
  if (!('person' in to)) return unclear;
  const fields = 'id,messages.limit(20){id,message,from,to,created_time}';
  const page = await readPage(graph, {
    path: 'me/conversations',
    params: { platform, user_id: to.person, fields },
  });
  if (!page.ok) return unclear;
  const mine = page.value.data
    .flatMap((conversation) => messagesOfConversation(conversation, us))
    .find((one) => one.ours && tidy(one.text) === tidy(text) && isSince(one.at, attemptStartedAt));
  if (mine) return { state: 'published', nativeId: fittingId(mine.mid) };
  return notFoundAt(graph, attemptStartedAt);
};
