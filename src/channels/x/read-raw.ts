import type { RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { textDigest } from '../text-digest.ts';
import { PostSchema, RemovalSchema, UserSchema, type XPost } from './entities.ts';

export const X_TYPE = 'application/vnd.passaparola.x+json';

/**
 * JSON as the X API v2 answers: a page (`data`, `includes.users`), one post (`data`), a list of posts, JSON lines. `context`: `accountId`, `username` (ours,
 * without @), `fetchedAt`, `addressed` ("1"). Total.
 */
export const readRawX = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return [];
  const items = documentsIn(text)
    .slice(0, 10_000)
    .map((document) => rawItemOf(document, context));
  return [...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values()];
};

export const rawItemOf = (document: unknown, context: Readonly<Record<string, string>>): RawItem => {
  const body = storable(JSON.stringify(document) ?? 'null');
  return {
    ...identityOf(document, body),
    contentType: X_TYPE,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(
      Object.entries(context).map(([name, value]) => [storable(name), storable(value)]),
    ),
  };
};

/** An edit is a new post there (`edit_history_tweet_ids`, oldest first): here it is another form of the first. */
export const firstId = (post: Pick<XPost, 'id' | 'edit_history_tweet_ids'>): string =>
  post.edit_history_tweet_ids?.[0] ?? post.id;

export const revisionOf = (post: XPost): string => textDigest(post.id, post.note_tweet?.text ?? post.text);

const identityOf = (document: unknown, body: string): Pick<RawItem, 'nativeId' | 'revision'> => {
  const removal = RemovalSchema.safeParse(document).data;
  if (removal) return { nativeId: removal.id, revision: 'deleted' };
  const post = PostSchema.safeParse(document).data;
  if (post) return { nativeId: firstId(post), revision: revisionOf(post) };
  return { nativeId: `digest:${textDigest(body)}`, revision: textDigest(body) };
};

/** Posts of an answer, each with its author beside it. */
export const withAuthors = (posts: readonly unknown[], users: readonly unknown[]): readonly unknown[] => {
  const known = new Map(
    users.flatMap((user) => {
      const read = UserSchema.safeParse(user).data;
      return read ? [[read.id, read] as const] : [];
    }),
  );
  return posts.map((post) => {
    const author = known.get(PostSchema.safeParse(post).data?.author_id ?? '');
    return author ? { ...(post as object), author } : post;
  });
};

const documentsIn = (text: string): readonly unknown[] => {
  const whole = parse(text);
  if (whole === undefined) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1 && text.startsWith('{')
      ? lines.flatMap((line) => membersOf(parse(line) ?? line.slice(0, 4_096)))
      : [text.slice(0, 4_096)];
  }
  return Array.isArray(whole) ? whole : membersOf(whole);
};

const membersOf = (document: unknown): readonly unknown[] => {
  if (typeof document !== 'object' || document === null || !('data' in document)) return [document];
  const { data } = document;
  const includes = 'includes' in document ? document.includes : undefined;
  const users = (includes as { readonly users?: unknown } | null | undefined)?.users;
  const posts = Array.isArray(data) ? data : [data];
  return withAuthors(posts, Array.isArray(users) ? users : []);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
