import type { RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { LikeSchema, NotificationSchema, PostSchema, RemovalSchema } from './entities.ts';
import { postId } from './post-id.ts';

export const DISCOURSE_TYPE = 'application/vnd.passaparola.discourse+json';

/** Stands for the forum's address where nobody tells it. */
export const siteOf = (context: Readonly<Record<string, string>>): string => context.site || 'discourse:';

/**
 * JSON as a forum answers (`latest_posts`, `private_posts`, `post_stream.posts`, `notifications`, one post) or as its webhooks bring it (`post`, `like`).
 * `context`: `site` (the forum's address), `username` (ours), `fetchedAt`, `private` ("1") and `addressed` ("1"). Total.
 */
export const readRawDiscourse = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return [];
  const whole = parse(text);
  const items = (whole === undefined ? [text.slice(0, 4_096)] : membersOf(whole))
    .slice(0, 10_000)
    .map((document) => rawItemOf(document, context));
  return [...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values()];
};

const membersOf = (document: unknown): readonly unknown[] => {
  if (Array.isArray(document)) return document;
  if (typeof document !== 'object' || document === null) return [document];
  const named = document as Readonly<Record<string, unknown>>;
  const stream = named.post_stream as { readonly posts?: unknown } | null | undefined;
  const list = [named.latest_posts, named.private_posts, named.notifications, stream?.posts].find(
    Array.isArray,
  );
  if (list) return list;
  return [PostSchema.safeParse(named.post).success ? named.post : document];
};

export const rawItemOf = (document: unknown, context: Readonly<Record<string, string>>): RawItem => {
  const body = storable(JSON.stringify(document) ?? 'null');
  return {
    ...identityOf(document, body, siteOf(context)),
    contentType: DISCOURSE_TYPE,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(
      Object.entries(context).map(([name, value]) => [storable(name), storable(value)]),
    ),
  };
};

const identityOf = (
  document: unknown,
  body: string,
  site: string,
): Pick<RawItem, 'nativeId' | 'revision'> => {
  const removal = RemovalSchema.safeParse(document).data;
  if (removal)
    return { nativeId: fittingId(postId(site, removal.topic_id, removal.post_number)), revision: 'deleted' };
  const post = PostSchema.safeParse(document).data;
  if (post) {
    const isGone = Boolean(post.deleted_at) || post.user_deleted === true;
    return {
      nativeId: fittingId(postId(site, post.topic_id, post.post_number)),
      revision: isGone ? 'deleted' : textDigest(post.version ?? 1, post.raw ?? post.cooked, post.topic_title),
    };
  }
  const like = LikeSchema.safeParse(document).data?.like;
  if (like) {
    const of = postId(site, like.post.topic_id, like.post.post_number);
    return { nativeId: fittingId(`like:${of}:${like.user.username.toLowerCase()}`), revision: 'like' };
  }
  const notice = NotificationSchema.safeParse(document).data;
  if (notice) return { nativeId: fittingId(`notification:${site}/${notice.id}`), revision: textDigest(body) };
  return { nativeId: `digest:${textDigest(body)}`, revision: textDigest(body) };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
