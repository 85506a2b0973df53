import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { parseDate } from '../parse-date.ts';
import { placeOf } from '../place-of.ts';
import { webAddress } from '../web/own-site.ts';
import { PostSchema, RemovalSchema, type XPost, type XUser } from './entities.ts';
import { firstId, X_TYPE } from './read-raw.ts';

/** A post or a removal as the one event that it is. Pure and total. */
export const normaliseX = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== X_TYPE || raw.encoding !== 'utf8') return [unrecognised(raw, 'no JSON of ours')];
  const document = parse(raw.body);
  const removal = RemovalSchema.safeParse(document).data;
  if (removal) {
    const removedAt = parseDate(removal.deletedAt);
    return [{ kind: 'removed', nativeId: removal.id, ...(removedAt ? { removedAt } : {}) }];
  }
  const post = PostSchema.safeParse(document).data;
  if (!post) return [unrecognised(raw, 'not a post')];
  const isRepost = post.referenced_tweets?.find(({ type }) => type === 'retweeted');
  if (isRepost) {
    const saidAt = parseDate(post.created_at, raw.context.fetchedAt);
    return [
      {
        kind: 'reaction',
        reaction: 'repost',
        author: authorOf(post),
        ofNativeId: isRepost.id,
        ...(saidAt ? { saidAt } : {}),
      },
    ];
  }
  return [{ kind: 'item', item: itemOf(raw, post) }];
};

const itemOf = (raw: RawItem, post: XPost): Item => {
  const { accountId, username, fetchedAt } = raw.context;
  const ours = accountId !== undefined && post.author_id === accountId;
  const parent = post.referenced_tweets?.find(({ type }) => type === 'replied_to')?.id;
  const root = parent ? post.conversation_id : undefined;
  const saidAt = parseDate(post.created_at, fetchedAt);
  const isEdit = firstId(post) !== post.id;
  const language = languageOf(post.lang);
  const url = `https://x.com/${post.author && isUsername(post.author.username) ? post.author.username : 'i'}/status/${post.id}`;
  const namesUs = post.entities?.mentions?.some(
    (mention) =>
      username !== undefined && username !== '' && mention.username?.toLowerCase() === username.toLowerCase(),
  );
  const isToUs = accountId !== undefined && accountId !== '' && post.in_reply_to_user_id === accountId;
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: parent ? 'reply' : 'post',
    visibility: 'public',
    author: authorOf(post),
    ours,
    addressed: !ours && (raw.context.addressed === '1' || namesUs === true || isToUs),
    text: textOf(post),
    ...placeOf({
      latitude: post.geo?.coordinates.coordinates[1],
      longitude: post.geo?.coordinates.coordinates[0],
    }),
    ...(language ? { language } : {}),
    url,
    ...(saidAt ? (isEdit ? { editedAt: saidAt } : { saidAt }) : {}),
    ...(parent ? { parentNativeId: parent } : {}),
    ...(root ? { rootNativeId: root } : {}),
    // Answers name the form that was shown just then.
    references: (post.edit_history_tweet_ids ?? []).filter((id) => id !== raw.nativeId).slice(0, 10),
    links: linksOf(post),
    media: (post.attachments?.media_keys ?? []).slice(0, 4).map(() => ({ kind: 'image' as const })),
    replyContext: {
      postId: post.id,
      ...(post.author ? { username: cleanLine(post.author.username, 40) } : {}),
    },
  };
};

/** `&`, `<` and `>` come escaped; shortened addresses are put back, and what only points to a picture or to the post quoted is left out. */
const textOf = (post: XPost): string => {
  let text = post.note_tweet?.text ?? post.text;
  for (const { url, expanded_url: whole } of post.entities?.urls ?? []) {
    if (url) text = text.replaceAll(url, isOwnPage(whole) ? '' : (whole ?? url));
  }
  return cleanBody(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
};

const isOwnPage = (url: string | undefined): boolean =>
  /^https:\/\/(?:x|twitter)\.com\/\w+\/status\/\d+(?:\/(?:photo|video)\/\d)?$/.test(url ?? '');

const linksOf = (post: XPost): Item['links'] => {
  const links = (post.entities?.urls ?? []).flatMap(({ expanded_url: whole, title }) => {
    const url = isOwnPage(whole) ? undefined : webAddress(whole);
    const name = cleanLine(title ?? '', 200);
    return url ? [{ url, ...(name ? { title: name } : {}) }] : [];
  });
  return [...new Map(links.map((link) => [link.url, link])).values()];
};

const authorOf = (post: XPost): Author => {
  const { author, author_id: id } = post;
  if (!author) return { nativeId: id ?? 'unknown' };
  const name = cleanLine(author.name ?? '', 200);
  const place = cleanLine(author.location ?? '', 200);
  return {
    nativeId: author.id,
    ...(name ? { name } : {}),
    ...reached(author),
    ...(place ? { place } : {}),
  };
};

const reached = ({ username, profile_image_url: picture }: XUser) => {
  const avatarUrl = webAddress(picture);
  return {
    ...(isUsername(username) ? { handle: `@${username}`, url: `https://x.com/${username}` } : {}),
    ...(avatarUrl ? { avatarUrl } : {}),
  };
};

const isUsername = (text: string): boolean => /^\w{1,15}$/.test(text);

/** `und`, `qme`, `zxx` and the like are no languages. */
const languageOf = (lang: string | undefined): string | undefined =>
  lang && /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(lang) ? lang : undefined;

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: raw.nativeId,
  reason: cleanLine(reason),
});

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
