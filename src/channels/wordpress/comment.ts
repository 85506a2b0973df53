import { z } from 'zod';
import type { RawItem } from '../events.ts';
import { textDigest } from '../text-digest.ts';

export const COMMENT_TYPE = 'application/vnd.passaparola.wordpress-comment+json';

const text = z.string().catch('');
const rendered = z.object({ rendered: text }).catch({ rendered: '' });
const number = z.number().int().nonnegative();

/**
 * A comment as the REST API gives it (https://developer.wordpress.org/rest-api/reference/comments/#schema), without what is nobody's business:
 * the address and the browser of who wrote it.
 */
export const CommentSchema = z.object({
  id: number.min(1),
  post: number.catch(0),
  parent: number.catch(0),
  author: number.catch(0),
  author_name: text,
  author_email: text,
  author_url: text,
  date_gmt: text,
  link: text,
  /** `approved`, `hold`, `spam`, `trash`; also `1` and `0` in old versions. */
  status: text,
  type: text,
  content: rendered,
  _embedded: z
    .object({
      up: z.array(z.object({ title: rendered, link: text }).catch({ title: { rendered: '' }, link: '' })),
    })
    .optional()
    .catch(undefined),
});
export type Comment = z.infer<typeof CommentSchema>;

/** What of a comment is asked for. */
export const FIELDS = `${Object.keys(CommentSchema.shape).join(',')},_links`;

export const commentId = (id: number): string => `comment:${id}`;

/** The number in a native id of ours; undefined when it is none. */
export const numberOf = (nativeId: string): number | undefined => {
  const digits = /^comment:(\d{1,15})$/.exec(nativeId)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Changes when what people read does, or its standing. */
export const revisionOf = (comment: Comment): string =>
  textDigest(
    comment.content.rendered,
    comment.status,
    comment.author_name,
    comment.author_url,
    comment.parent,
  );

export const rawComment = (comment: Comment, context: Readonly<Record<string, string>>): RawItem => ({
  nativeId: commentId(comment.id),
  revision: revisionOf(comment),
  contentType: COMMENT_TYPE,
  encoding: 'utf8',
  body: JSON.stringify(comment).toWellFormed().replaceAll('\\u0000', ''),
  context,
});

/** That it is not there any more: deleted, in the trash, or among the spam. */
export const rawGone = (id: number, at: string, context: Readonly<Record<string, string>>): RawItem => ({
  nativeId: commentId(id),
  revision: `gone ${at}`,
  contentType: COMMENT_TYPE,
  encoding: 'utf8',
  body: JSON.stringify({ id, gone: true, at }),
  context,
});
