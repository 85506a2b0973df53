import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Receipt } from '../contract.ts';
import { type CallFailure, call, type DiscourseSendContext } from './client.ts';
import type { DiscoursePayload } from './compose.ts';
import { postId } from './post-id.ts';

/**
 * https://docs.discourse.org/, "Creates a new topic, a new post, or a private message". The same post asked for twice within two minutes is one
 * (app/controllers/posts_controller.rb, `create`: memoized for calls by key); a topic also carries `opKey` as its `external_id`.
 */
export const sendDiscourse = async (
  context: DiscourseSendContext,
  payload: DiscoursePayload,
  opKey: string,
): Promise<Receipt> => {
  const pictures = await uploadPictures(context, payload.media);
  if (!pictures.ok) return before(pictures.error);
  const raw = rawOf(payload.text, pictures.value);
  const { answers, title } = payload;
  const { category } = context.settings;
  const json = answers
    ? { raw, topic_id: answers.topicId, reply_to_post_number: answers.postNumber }
    : { raw, title, external_id: opKey, ...(category ? { category } : {}) };
  const posted = await call(context, { method: 'POST', path: '/posts.json', json }, PostedSchema);
  if (!posted.ok) {
    return posted.error.effect === 'unknown'
      ? { state: 'unknown', detail: posted.error.problem.detail }
      : before(posted.error);
  }
  const { output } = posted.value;
  const { site } = context.settings;
  if ('pending_post' in output)
    return { state: 'accepted', nativeId: `${site}/review/${output.pending_post.id}` };
  return published(site, output);
};

const PostedSchema = z.union([
  z.object({ topic_id: z.number(), post_number: z.number() }),
  // Held until a moderator lets it through: NewPostResultSerializer, `action: enqueued`.
  z.object({ pending_post: z.object({ id: z.number() }) }),
]);

export const published = (
  site: string,
  { topic_id: topic, post_number: number }: { readonly topic_id: number; readonly post_number: number },
): Extract<Receipt, { state: 'published' | 'accepted' }> => {
  const nativeId = postId(site, topic, number);
  return { state: 'published', nativeId, url: nativeId };
};

/** Nothing has been posted. A refusal that was read stays one; anything else may be tried again as it is. */
const before = (failure: CallFailure): Receipt => ({
  state: failure.effect === 'refused' ? 'rejected' : 'not-sent',
  problem: problemOfRefusal(failure),
});

/** 422: too short, too alike, not allowed here; in the forum's own words. */
const problemOfRefusal = ({ problem, status }: CallFailure): ChannelProblem =>
  status === 422 ? { kind: 'misconfigured', field: 'text', detail: problem.detail } : problem;

type Picture = { readonly address: string; readonly alt: string };

const UploadSchema = z.object({ short_url: z.string().startsWith('upload://') });

/** "Creates an upload": nothing is public until a post names it. */
const uploadPictures = async (
  context: DiscourseSendContext,
  media: DiscoursePayload['media'],
): Promise<Result<readonly Picture[], CallFailure>> => {
  const pictures: Picture[] = [];
  for (const { id, mimeType, alt } of media) {
    const form = new FormData();
    form.set('type', 'composer');
    form.set('synchronous', 'true');
    const bytes = new Uint8Array(await context.loadMedia(id));
    form.set('file', new Blob([bytes], { type: mimeType }), `immagine.${mimeType.split('/')[1] ?? 'bin'}`);
    const answer = await call(context, { method: 'POST', path: '/uploads.json', form }, UploadSchema);
    if (!answer.ok) {
      const { error } = answer;
      return { ok: false, error: error.effect === 'unknown' ? { ...error, effect: 'none' } : error };
    }
    pictures.push({ address: answer.value.output.short_url, alt });
  }
  return ok(pictures);
};

/** A description stands in brackets, where a bracket or a bar would end it. */
export const rawOf = (text: string, pictures: readonly Picture[]): string =>
  [text, ...pictures.map(({ address, alt }) => `![${alt.replace(/[[\]|\\]/g, ' ').trim()}](${address})`)]
    .filter(Boolean)
    .join('\n\n');
