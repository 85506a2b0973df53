import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { eventOfPart } from '../meta/messaging-item.ts';
import { unrecognised } from '../meta/raw-document.ts';
import { instantOfText, parseJson, webAddress } from '../meta/tolerant.ts';
import { fittingId } from '../text-digest.ts';
import { type Comment, type IgMedia, PartSchema } from './documents.ts';
import { INSTAGRAM_TYPE } from './read-raw.ts';

/** A medium, comment, message, reaction or removal as the one event that it is. Pure and total. */
export const normaliseInstagram = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== INSTAGRAM_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const document = parseJson(raw.body);
  const part = PartSchema.safeParse(document).data;
  const mentioned = part?.mentioned === true;
  if (part?.comment) return [{ kind: 'item', item: commentItem(raw, part.comment, mentioned) }];
  if (part?.media) return [{ kind: 'item', item: mediaItem(raw, part.media) }];
  if (part?.removedNode) {
    const removedAt = instantOfText(part.removedAt);
    return [{ kind: 'removed', nativeId: fittingId(part.removedNode), ...(removedAt ? { removedAt } : {}) }];
  }
  const { accountId = '' } = raw.context;
  return [
    eventOfPart(document, accountId, raw.revision) ?? unrecognised(raw, 'nothing that an account says'),
  ];
};

/** Whose mentions we read comes by name only: a name is then what they are known by. */
const authorOf = (id: string | undefined, username: string | undefined, raw: RawItem): Author => {
  const { accountId, username: ourName } = raw.context;
  const name = cleanLine(username ?? '', 100).replace(/^@/, '');
  const isUs = id === accountId || (name !== '' && name === ourName);
  const nativeId = isUs && accountId ? accountId : (id ?? (name ? `@${name}` : `unnamed:${raw.nativeId}`));
  const url = name ? webAddress(`https://www.instagram.com/${encodeURIComponent(name)}/`) : undefined;
  return { nativeId: fittingId(nativeId), ...(name ? { handle: `@${name}` } : {}), ...(url ? { url } : {}) };
};

const isOurs = (author: Author, { accountId }: RawItem['context']): boolean =>
  accountId !== undefined && author.nativeId === accountId;

const commentItem = (raw: RawItem, comment: Comment, mentioned: boolean): Item => {
  const author = authorOf(comment.from?.id, comment.from?.username ?? comment.username, raw);
  const ours = isOurs(author, raw.context);
  const root = comment.media ? fittingId(comment.media.id) : undefined;
  const parent = comment.parent_id ? fittingId(comment.parent_id) : root;
  const saidAt = instantOfText(comment.timestamp);
  const url = webAddress(comment.media?.permalink);
  return {
    nativeId: fittingId(comment.id),
    revision: raw.revision,
    form: 'comment',
    visibility: 'public',
    author,
    ours,
    addressed: !ours,
    text: cleanBody(comment.text ?? ''),
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...(parent ? { parentNativeId: parent } : {}),
    ...(root ? { rootNativeId: root } : {}),
    references: [...new Set([root, parent].filter((id) => id !== undefined))],
    links: [],
    media: [],
    replyContext: mentioned
      ? { kind: 'mention', ...(comment.media ? { media: comment.media.id } : {}), comment: comment.id }
      : { kind: 'comment', target: comment.id },
  };
};

const mediaItem = (raw: RawItem, media: IgMedia): Item => {
  const author = authorOf(undefined, media.username, raw);
  const ours = isOurs(author, raw.context);
  const saidAt = instantOfText(media.timestamp);
  const url = webAddress(media.permalink);
  const address = webAddress(media.media_url);
  const alt = cleanBody(media.alt_text ?? '');
  return {
    nativeId: fittingId(media.id),
    revision: raw.revision,
    form: 'post',
    visibility: 'public',
    author,
    ours,
    addressed: !ours,
    text: cleanBody(media.caption ?? ''),
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    rootNativeId: fittingId(media.id),
    references: [],
    links: [],
    media: [
      {
        kind: media.media_type === 'VIDEO' ? 'video' : 'image',
        ...(address ? { url: address } : {}),
        ...(alt ? { alt } : {}),
      },
    ],
    replyContext: ours ? { kind: 'own', target: media.id } : { kind: 'mention', media: media.id },
  };
};
