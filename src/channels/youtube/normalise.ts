import { htmlToText } from '../../platform/text/index.ts';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { webAddress } from '../google/web-address.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import { type Comment, CommentSchema, type FoundVideo, FoundVideoSchema, GoneSchema } from './documents.ts';
import { YOUTUBE_TYPE } from './read-raw.ts';

/** A comment, a video or a removal as the one event that it is. Pure and total. */
export const normaliseYoutube = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== YOUTUBE_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const document = parse(raw.body);
  const gone = GoneSchema.safeParse(document).data;
  if (gone) return [removal(gone.id, gone.at)];
  const comment = CommentSchema.safeParse(document).data;
  if (comment?.snippet.moderationStatus === 'rejected') return [removal(comment.id, raw.context.fetchedAt)];
  if (comment) return [{ kind: 'item', item: itemOf(raw, comment) }];
  const video = FoundVideoSchema.safeParse(document).data;
  return [
    video
      ? { kind: 'item', item: videoItem(raw, video) }
      : unrecognised(raw, 'neither a comment nor a video'),
  ];
};

const removal = (id: string, at: string | undefined): ChannelEvent => {
  const removedAt = parseDate(at);
  return { kind: 'removed', nativeId: fittingId(id), ...(removedAt ? { removedAt } : {}) };
};

const itemOf = (raw: RawItem, { id, snippet }: Comment): Item => {
  const videoId = snippet.videoId ?? raw.context.videoId;
  const parent = snippet.parentId ? fittingId(snippet.parentId) : undefined;
  const saidAt = parseDate(snippet.publishedAt, raw.context.fetchedAt);
  const editedAt = parseDate(snippet.updatedAt, raw.context.fetchedAt);
  const url =
    videoId &&
    webAddress(`https://www.youtube.com/watch?v=${encodeURIComponent(videoId)}&lc=${encodeURIComponent(id)}`);
  const ours =
    snippet.authorChannelId !== undefined && snippet.authorChannelId.value === raw.context.channelId;
  const isHeld = snippet.moderationStatus === 'heldForReview' || raw.context.held === '1';
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: 'comment',
    visibility: 'public',
    author: authorOf(id, snippet),
    ours,
    addressed: !ours,
    ...(isHeld && !ours ? { held: true as const } : {}),
    text: textOf(raw, snippet),
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...(editedAt && editedAt !== saidAt ? { editedAt } : {}),
    ...(parent ? { parentNativeId: parent } : {}),
    rootNativeId: parent ?? raw.nativeId,
    references: [],
    links: [],
    media: [],
    replyContext: {
      parentId: cleanLine(snippet.parentId ?? id, 400),
      ...(snippet.parentId ? { isReply: '1' } : {}),
      ...(videoId ? { videoId: cleanLine(videoId, 100) } : {}),
    },
  };
};

/** Asked for as plain text; in exports it may be HTML. */
const textOf = ({ context }: RawItem, { textOriginal, textDisplay }: Comment['snippet']): string =>
  cleanBody(textOriginal ?? (context.format === 'plain' ? textDisplay : htmlToText(textDisplay)));

const authorOf = (id: string, snippet: Comment['snippet']): Author => {
  const name = cleanLine(snippet.authorDisplayName ?? '', 200);
  const url = webAddress(snippet.authorChannelUrl);
  const avatarUrl = webAddress(snippet.authorProfileImageUrl);
  return {
    // Accounts that were closed have no channel: their comments are held together by nothing.
    nativeId: fittingId(snippet.authorChannelId?.value ?? `author-of:${id}`),
    ...(name ? { name: name.replace(/^@/, '') || name } : {}),
    ...(/^@\S+$/.test(name) ? { handle: name } : {}),
    ...(url ? { url } : {}),
    ...(avatarUrl ? { avatarUrl } : {}),
  };
};

const videoItem = (raw: RawItem, { id, snippet }: FoundVideo): Item => {
  const saidAt = parseDate(snippet.publishedAt, raw.context.fetchedAt);
  const name = cleanLine(htmlToText(snippet.channelTitle ?? ''), 200);
  const ours = snippet.channelId === raw.context.channelId;
  const title = cleanLine(htmlToText(snippet.title), 300);
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: 'post',
    visibility: 'public',
    author: {
      nativeId: fittingId(snippet.channelId),
      ...(name ? { name } : {}),
      url: `https://www.youtube.com/channel/${encodeURIComponent(snippet.channelId.toWellFormed())}`,
    },
    ours,
    addressed: false,
    ...(title ? { title } : {}),
    text: cleanBody(htmlToText(snippet.description)),
    url: `https://www.youtube.com/watch?v=${encodeURIComponent(id.videoId.toWellFormed())}`,
    ...(saidAt ? { saidAt } : {}),
    references: [],
    links: [],
    media: [],
    replyContext: {},
  };
};

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: raw.nativeId,
  reason,
});

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
