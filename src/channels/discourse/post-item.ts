import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, Item, RawItem } from '../events.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import { readCooked } from './cooked.ts';
import type { DiscoursePost } from './entities.ts';
import { personId, postId } from './post-id.ts';
import { siteOf } from './read-raw.ts';

/** A post as an item. */
export const postItem = (raw: RawItem, post: DiscoursePost): Item => {
  const site = siteOf(raw.context);
  const cooked = readCooked(post.cooked, site);
  const ours = sameName(post.username, raw.context.username);
  const isPrivate = raw.context.private === '1' || post.topic_archetype === 'private_message';
  const isFirst = post.post_number === 1;
  const title = isFirst ? cleanLine(post.topic_title ?? post.title ?? '', 300) : '';
  const quoted = cleanBody(cooked.quoted);
  const saidAt = parseDate(post.created_at ?? undefined, raw.context.fetchedAt);
  const isEdited = (post.version ?? 1) > 1;
  const editedAt = isEdited ? parseDate(post.updated_at ?? undefined, raw.context.fetchedAt) : undefined;
  const url = webUrl(site, post);
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: isPrivate ? 'message' : isFirst ? 'post' : 'reply',
    visibility: isPrivate ? 'direct' : 'public',
    author: authorOf(site, post),
    ours,
    addressed:
      !ours && (isPrivate || raw.context.addressed === '1' || speaksTo(post, cooked, raw.context.username)),
    ...(title ? { title } : {}),
    text: cleanBody(cooked.said),
    ...(quoted ? { quoted } : {}),
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...(editedAt ? { editedAt } : {}),
    ...placeOf(site, post),
    links: cooked.links,
    media: cooked.images.map((image) => ({ ...image, ...(image.alt ? { alt: cleanLine(image.alt) } : {}) })),
    replyContext: {
      topicId: String(post.topic_id),
      postNumber: String(post.post_number),
      postId: String(post.id),
    },
  };
};

const speaksTo = (
  post: DiscoursePost,
  { mentions, quotes }: ReturnType<typeof readCooked>,
  us: string | undefined,
): boolean =>
  sameName(post.reply_to_user?.username ?? '', us) ||
  [...mentions, ...quotes].some((name) => sameName(name, us));

export const sameName = (name: string, other: string | undefined): boolean =>
  name !== '' && other !== undefined && name.toLowerCase() === other.toLowerCase();

/** A topic is one conversation; what answers no post in particular answers its first. */
const placeOf = (
  site: string,
  post: DiscoursePost,
): Pick<Item, 'parentNativeId' | 'rootNativeId' | 'references'> => {
  if (post.post_number === 1) return { references: [] };
  const at = (number: number) => fittingId(postId(site, post.topic_id, number));
  return { parentNativeId: at(post.reply_to_post_number ?? 1), rootNativeId: at(1), references: [] };
};

export const authorOf = (
  site: string,
  person: {
    readonly username: string;
    readonly name?: string | null | undefined;
    readonly avatar_template?: string | null | undefined;
  },
): Author => {
  const name = cleanLine(person.name ?? '', 200);
  const username = cleanLine(person.username, 100);
  const isWeb = /^https?:/.test(site);
  const picture = isWeb
    ? URL.parse((person.avatar_template ?? '').replace('{size}', '120') || '#', `${site}/`)
    : null;
  const avatarUrl =
    picture && person.avatar_template && /^https?:$/.test(picture.protocol) ? picture.href : undefined;
  return {
    nativeId: fittingId(personId(site, username || 'anonymous')),
    name: name || username || 'anonymous',
    ...(username ? { handle: `@${username}` } : {}),
    ...(isWeb ? { url: `${site}/u/${encodeURIComponent(username.toLowerCase())}` } : {}),
    ...(avatarUrl ? { avatarUrl } : {}),
  };
};

const webUrl = (site: string, { topic_id: topic, post_number: number }: DiscoursePost): string | undefined =>
  /^https?:/.test(site) ? postId(site, topic, number) : undefined;
