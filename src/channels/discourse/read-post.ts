import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import { type CallFailure, call, type DiscourseContext } from './client.ts';

const DocumentSchema = z.looseObject({ id: z.number(), topic_id: z.number(), post_number: z.number() });
export type PostDocument = z.infer<typeof DocumentSchema>;

/** A post as this user may see it; undefined when it is not there (404), was deleted (410) or may not be seen (403). */
export const readPost = async (
  context: DiscourseContext,
  place: { readonly id: number } | { readonly topicId: number; readonly number: number },
): Promise<Result<PostDocument | undefined, CallFailure>> => {
  const path =
    'id' in place ? `/posts/${place.id}.json` : `/posts/by_number/${place.topicId}/${place.number}.json`;
  const answer = await call(context, { path }, DocumentSchema);
  if (answer.ok) return ok(answer.value.output);
  const { status } = answer.error;
  return status === 404 || status === 410 || status === 403 ? ok(undefined) : answer;
};
