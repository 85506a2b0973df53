import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { unrecognised } from '../meta/raw-document.ts';
import { instantOfText, parseJson, webAddress } from '../meta/tolerant.ts';
import { fittingId } from '../text-digest.ts';
import { PartSchema, type ThreadsPost } from './documents.ts';
import { THREADS_TYPE } from './read-raw.ts';

/** A post, a reply, a removal or a request of deletion as the one event that it is. Pure and total. */
export const normaliseThreads = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== THREADS_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const part = PartSchema.safeParse(parseJson(raw.body)).data;
  if (part?.dataDeletion) return [{ kind: 'erasure-asked', authorNativeId: fittingId(part.dataDeletion) }];
  if (part?.post) {
    if (part.post.media_type === 'REPOST_FACADE')
      return [unrecognised(raw, 'a repost, without words of its own')];
    return [{ kind: 'item', item: postItem(raw, part.post, part.toUs === true) }];
  }
  if (!part?.removedNode) return [unrecognised(raw, 'nothing that is said on Threads')];
  const removedAt = instantOfText(part.removedAt);
  return [{ kind: 'removed', nativeId: fittingId(part.removedNode), ...(removedAt ? { removedAt } : {}) }];
};

/** Threads tells names and no numbers of other people: a name is what they are known by. */
const authorOf = (post: ThreadsPost, raw: RawItem): Author => {
  const { accountId, username: ourName } = raw.context;
  const name = cleanLine(post.username ?? '', 100).replace(/^@/, '');
  const isUs =
    post.is_reply_owned_by_me === true ||
    (name !== '' && name === ourName) ||
    (post.owner !== undefined && post.owner.id === accountId);
  const url = name ? webAddress(`https://www.threads.net/@${encodeURIComponent(name)}`) : undefined;
  const nativeId = isUs && accountId ? accountId : name ? `@${name}` : `unnamed:${raw.nativeId}`;
  return { nativeId: fittingId(nativeId), ...(name ? { handle: `@${name}` } : {}), ...(url ? { url } : {}) };
};

const postItem = (raw: RawItem, post: ThreadsPost, toUs: boolean): Item => {
  const { accountId, username } = raw.context;
  const author = authorOf(post, raw);
  const ours = accountId !== undefined && author.nativeId === accountId;
  const text = cleanBody(post.text ?? '');
  const saidAt = instantOfText(post.timestamp);
  const url = webAddress(post.permalink);
  const link = webAddress(post.link_attachment_url);
  const root = post.root_post ? fittingId(post.root_post.id) : undefined;
  const parent = post.replied_to ? fittingId(post.replied_to.id) : undefined;
  return {
    nativeId: fittingId(post.id),
    revision: raw.revision,
    form: post.is_reply || parent ? 'reply' : 'post',
    visibility: 'public',
    author,
    ours,
    addressed: !ours && (toUs || names(text, username)),
    text,
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...(parent ? { parentNativeId: parent } : {}),
    ...(root ? { rootNativeId: root } : {}),
    references: [...new Set([root, parent].filter((id) => id !== undefined))],
    links: link ? [{ url: link }] : [],
    media: mediaOf(post),
    replyContext: { target: post.id },
  };
};

const names = (text: string, username: string | undefined): boolean =>
  username !== undefined &&
  username !== '' &&
  text
    .toLowerCase()
    .split(/[^\w.@]+/)
    .includes(`@${username.toLowerCase()}`);

const kinds = { IMAGE: 'image', VIDEO: 'video', AUDIO: 'audio', CAROUSEL_ALBUM: 'image' } as const;

const mediaOf = (post: ThreadsPost): Item['media'] => {
  const kind = kinds[post.media_type as keyof typeof kinds];
  if (!kind) return [];
  const url = webAddress(post.media_url);
  const alt = cleanBody(post.alt_text ?? '');
  return [{ kind, ...(url ? { url } : {}), ...(alt ? { alt } : {}) }];
};
