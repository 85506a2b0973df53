import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, PushDelivery, PushReading, PushRequest, PushVerdict } from '../contract.ts';
import { isSignedWith } from '../doors/signatures.ts';
import type { DiscourseContext } from './client.ts';
import { contextOf } from './context-of.ts';
import { LikeSchema, PostSchema } from './entities.ts';
import { rawItemOf } from './read-raw.ts';

const read = new Set(['post', 'like', 'topic']);

/**
 * app/jobs/regular/emit_web_hook_event.rb: `X-Discourse-Event-Signature: sha256=` and the HMAC in hexadecimal of the body as it came, with the
 * secret that was entered beside our address: the door's token. A ping is answered, what we do not read is thanked for.
 */
export const acceptDiscourse = ({ door }: DiscourseContext, request: PushRequest): PushVerdict => {
  const { method, path, headers, rawBody } = request;
  if (path !== '') return { kind: 'answer', answer: { status: 404 } };
  if (method !== 'POST') return { kind: 'answer', answer: { status: 405, headers: { allow: 'POST' } } };
  const tokens = door ? [door.token, ...door.earlierTokens] : [];
  const [algorithm, signature = ''] = (headers['x-discourse-event-signature'] ?? '').split('=', 2);
  if (algorithm !== 'sha256' || !isSignedWith(tokens, 'sha256', rawBody, signature))
    return { kind: 'answer', answer: { status: 401 } };
  const type = headers['x-discourse-event-type'] ?? '';
  if (!read.has(type)) return { kind: 'answer', answer: { status: 200 } };
  return { kind: 'keep', note: { type, event: headers['x-discourse-event'] ?? '' } };
};

const TopicSchema = z.object({ topic: z.object({ id: z.number().int().positive() }) });

/** One event a request. A post that was taken away comes whole: only that it is gone is kept. */
export const readDiscourseDelivery = async (
  context: DiscourseContext,
  { rawBody, note }: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  const body = parse(rawBody);
  const known = contextOf(context);
  const item = (document: unknown) => ok({ items: [rawItemOf(document, known)] });
  const nothing = (refusal: string) => ok({ items: [], refusal });
  const document = (body as { readonly post?: unknown } | undefined)?.post;
  const post = PostSchema.safeParse(document).data;
  if (note.type === 'post' && post) {
    const { topic_id, post_number } = post;
    const isGone = note.event === 'post_destroyed';
    return item(isGone ? { deleted: true, topic_id, post_number, deletedAt: known.fetchedAt } : document);
  }
  if (note.type === 'like') return LikeSchema.safeParse(body).success ? item(body) : nothing('not-a-like');
  const topic = TopicSchema.safeParse(body).data?.topic;
  if (note.type === 'topic' && note.event === 'topic_destroyed' && topic)
    return item({ deleted: true, topic_id: topic.id, post_number: 1, deletedAt: known.fetchedAt });
  return nothing('nothing-to-read');
};

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};
