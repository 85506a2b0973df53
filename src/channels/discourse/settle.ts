import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { Settlement } from '../contract.ts';
import { type CallFailure, call, type DiscourseContext } from './client.ts';
import type { DiscoursePayload } from './compose.ts';
import { sameName } from './post-item.ts';
import { readPost } from './read-post.ts';
import { published } from './send.ts';

/** Its clock and ours, and the way of the request. */
const TOLERANCE_MS = 2 * 60_000;
/** A request that we gave up may still be on its way: before this, not having found it means nothing. */
const MAY_STILL_COME_MS = 30_000;
const LOOK_AGAIN_MS = 30_000;
const LAST_POSTS = 20;

/**
 * A topic is found by its `external_id`; an answer among the last posts of its topic, as one of ours since just before the attempt that answers the
 * same post with the same words.
 */
export const settleDiscourse = async (
  context: DiscourseContext,
  payload: DiscoursePayload,
  opKey: string,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const found = payload.answers
    ? await findAnswer(context, { ...payload, answers: payload.answers }, attemptStartedAt)
    : await findTopic(context, opKey);
  if (!found.ok) {
    const { problem } = found.error;
    const wait = problem.kind === 'rate-limited' ? problem.retryAfterMs : undefined;
    return { state: 'unclear', lookAgainMs: wait ?? LOOK_AGAIN_MS };
  }
  if (found.value) return published(context.settings.site, found.value);
  const passed = context.clock.now().getTime() - attemptStartedAt.getTime();
  return passed >= MAY_STILL_COME_MS
    ? { state: 'absent' }
    : { state: 'unclear', lookAgainMs: Math.max(1_000, MAY_STILL_COME_MS - passed) };
};

type Place = { readonly topic_id: number; readonly post_number: number };

/** "Get topic by external_id": a redirect to the topic itself, or nothing. */
const findTopic = async (
  context: DiscourseContext,
  opKey: string,
): Promise<Result<Place | undefined, CallFailure>> => {
  const path = `/t/external_id/${encodeURIComponent(opKey)}.json`;
  const answer = await call(context, { path }, z.object({ id: z.number() }));
  if (answer.ok) return ok({ topic_id: answer.value.output.id, post_number: 1 });
  const { problem, status } = answer.error;
  const topic =
    problem.kind === 'moved' ? /\/t\/(?:[^/]+\/)?(\d+)(?:\.json)?(?:\?|$)/.exec(problem.to)?.[1] : undefined;
  if (topic) return ok({ topic_id: Number(topic), post_number: 1 });
  return status === 404 ? ok(undefined) : answer;
};

const TopicSchema = z.object({ post_stream: z.object({ stream: z.array(z.number()) }) });

const findAnswer = async (
  context: DiscourseContext,
  payload: DiscoursePayload & { readonly answers: NonNullable<DiscoursePayload['answers']> },
  since: Date,
): Promise<Result<Place | undefined, CallFailure>> => {
  const topic = await call(context, { path: `/t/${payload.answers.topicId}.json` }, TopicSchema);
  if (!topic.ok) return topic.error.status === 404 ? ok(undefined) : topic;
  for (const id of topic.value.output.post_stream.stream.slice(-LAST_POSTS).toReversed()) {
    const post = await readPost(context, { id });
    if (!post.ok) return post;
    const read = OwnSchema.safeParse(post.value).data;
    if (read && Date.parse(read.created_at) < since.getTime() - TOLERANCE_MS) break;
    if (read && isSame(read, payload, context.settings.username)) return ok(read);
  }
  return ok(undefined);
};

const OwnSchema = z.object({
  topic_id: z.number(),
  post_number: z.number(),
  username: z.string(),
  created_at: z.string(),
  raw: z.string(),
  reply_to_post_number: z.number().nullish(),
});

/** An answer to a topic's first post keeps no number of it. Pictures stand after the words. */
const isSame = (
  post: z.infer<typeof OwnSchema>,
  { text, answers, media }: DiscoursePayload,
  username: string,
): boolean => {
  const said = media.length > 0 ? post.raw.replace(/(\s*!\[[^\]]*\]\(upload:[^)]*\))+\s*$/, '') : post.raw;
  return (
    sameName(post.username, username) &&
    tidy(said) === tidy(text) &&
    (post.reply_to_post_number ?? 1) === (answers?.postNumber ?? 1)
  );
};

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');
