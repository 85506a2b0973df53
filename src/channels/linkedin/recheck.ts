import { ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, KnownItem } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { type LinkedinContext, openLinkedin } from './client.ts';
import { readPeople } from './people.ts';
import { rawItemOf } from './read-raw.ts';
import { isCommentUrn, isPostUrn, postOfComment } from './urns.ts';

/** Comments and posts by their urns: what is not given any more, deleted or no longer shared, goes here too. */
export const recheckLinkedin = async (
  context: LinkedinContext,
  known: readonly KnownItem[],
): Promise<Result<readonly RawItem[], ChannelProblem>> => {
  const linkedin = openLinkedin(context);
  const at = context.clock.now().toISOString();
  const base = { organization: context.account?.nativeId ?? '', fetchedAt: at };
  const ids = known.map(({ nativeId }) => nativeId);
  const comments = await linkedin.batch('dmaComments', ids.filter(isCommentUrn));
  if (!comments.ok) return comments;
  const posts = await linkedin.batch('dmaPosts', ids.filter(isPostUrn));
  if (!posts.ok) return posts;
  const people = await readPeople(context, linkedin, [...comments.value.documents.values()]);
  return ok(
    ids.flatMap((urn) => {
      if (comments.value.gone.has(urn) || posts.value.gone.has(urn))
        return [rawItemOf({ gone: true, urn, at }, base)];
      if (posts.value.documents.has(urn))
        return [rawItemOf({ urn, document: posts.value.documents.get(urn) }, base)];
      const document = comments.value.documents.get(urn);
      const post = postOfComment(urn);
      return document === undefined
        ? []
        : [rawItemOf({ urn, document, person: people(document) }, { ...base, ...(post ? { post } : {}) })];
    }),
  );
};
