import type { RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { type Comment, CommentSchema, FoundVideoSchema, GoneSchema, ThreadSchema } from './documents.ts';

export const YOUTUBE_TYPE = 'application/vnd.passaparola.youtube+json';

type Context = Readonly<Record<string, string>>;

/**
 * JSON as the YouTube Data API answers: a list (`items`), a thread with its replies, a comment, a video that was found, or our own
 * `{gone: true, id, at}`. `context`: `channelId` (our own), `fetchedAt`, `format` (`plain` when asked for with textFormat=plainText),
 * `held` ("1" for lists of what waits for review), and for a single comment `videoId`.
 */
export const readRawYoutube = (bytes: Uint8Array, context: Context): readonly RawItem[] => {
  const members = membersOf(parse(new TextDecoder().decode(bytes).trim()));
  const items = members.slice(0, 5_000).flatMap((member) => rawItemsOf(member, context));
  return [...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values()];
};

/** A thread becomes its comments, each by itself: they change and go by themselves. */
export const rawItemsOf = (document: unknown, context: Context): readonly RawItem[] => {
  const thread = ThreadSchema.safeParse(document).data;
  if (!thread) return [rawItemOf(document, context)];
  const { videoId } = thread.snippet;
  const inside = { ...context, ...(videoId ? { videoId } : {}) };
  const comments = [thread.snippet.topLevelComment, ...(thread.replies?.comments ?? [])];
  return comments.map((comment) => rawItemOf(comment, inside));
};

export const rawItemOf = (document: unknown, context: Context): RawItem => {
  const body = storable(JSON.stringify(document ?? null));
  const kept = Object.entries(context).map(([name, value]) => [name, storable(value)] as const);
  return {
    ...identityOf(document, body, context),
    contentType: YOUTUBE_TYPE,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(kept),
  };
};

const identityOf = (
  document: unknown,
  body: string,
  context: Context,
): Pick<RawItem, 'nativeId' | 'revision'> => {
  const gone = GoneSchema.safeParse(document).data;
  if (gone) return { nativeId: fittingId(gone.id), revision: 'gone' };
  const comment = CommentSchema.safeParse(document).data;
  if (comment) return { nativeId: fittingId(comment.id), revision: revisionOf(comment, context) };
  const video = FoundVideoSchema.safeParse(document).data;
  if (video) {
    const { title, description } = video.snippet;
    return { nativeId: fittingId(`video:${video.id.videoId}`), revision: textDigest(title, description) };
  }
  return { nativeId: `digest:${textDigest(body)}`, revision: textDigest(body) };
};

/** Changes with what people read and with whether they may; not with likes. */
const revisionOf = ({ snippet }: Comment, context: Context): string =>
  textDigest(
    snippet.textOriginal ?? snippet.textDisplay,
    snippet.updatedAt,
    snippet.moderationStatus ?? '',
    context.held ?? '',
  );

const membersOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  const { items } = (value ?? {}) as { items?: unknown };
  if (Array.isArray(items)) return items;
  return value === undefined ? [] : [value];
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text.slice(0, 4_096);
  }
};
