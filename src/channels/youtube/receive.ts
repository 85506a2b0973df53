import { err, ok, type Result } from '../../platform/result.ts';
import type { Batch, ChannelProblem, Json, ReceiveTargets } from '../contract.ts';
import type { RawItem } from '../events.ts';
import type { GoogleFailure } from '../google/call-google.ts';
import { openYoutube, PageSchema, type Youtube, type YoutubeContext } from './client.ts';
import { type KnownThread, readCursor, writeCursor, type YoutubeCursor } from './cursor.ts';
import { ThreadSchema } from './documents.ts';
import { isRunningLow } from './quota.ts';
import { rawItemOf, rawItemsOf } from './read-raw.ts';
import { searchVideos } from './search-videos.ts';

/** A first reading goes back at most so many pages of 100. */
const PAGES_BACK = 20;
const REPLIES_AT_ONCE = 5;
const HELD_EVERY = 3;
const OLDER_EVERY = 4;
/** `id` takes a comma-separated list; 50 is what a page of answers may hold by default on all of Google's lists. */
const IDS_AT_ONCE = 50;

type Step = GoogleFailure | undefined;

/**
 * The comments on all videos of our channel, newest first, then answers that the page did not hold, now and then what waits for review and
 * whether older conversations have grown, and for the watches, where asked for, videos. What was found before something failed is handed over.
 */
export const pollYoutube = async (
  context: YoutubeContext,
  cursor: Json,
  targets: ReceiveTargets,
): Promise<Result<Batch, ChannelProblem>> => {
  const channelId = context.account?.nativeId;
  if (!channelId) return err({ kind: 'unauthorised', detail: 'not known yet which channel is ours' });
  const reading = startReading(context, readCursor(cursor, channelId));
  const failure =
    (await reading.newest()) ??
    (await reading.answers()) ??
    (isRunningLow(context) ? undefined : ((await reading.held()) ?? (await reading.older()))) ??
    (await reading.videos(targets));
  if (failure && reading.items.length === 0) return err(failure.problem);
  if (failure) context.log.warn({ problem: failure.problem.kind }, 'part of a poll failed');
  const more = failure === undefined && reading.more() && !isRunningLow(context);
  return ok({ items: reading.items, cursor: writeCursor(reading.cursor()), ...(more ? { more } : {}) });
};

const startReading = (context: YoutubeContext, begun: YoutubeCursor) => {
  const youtube = openYoutube(context);
  const items: RawItem[] = [];
  let place: YoutubeCursor = { ...begun, turn: begun.turn + 1 };
  const base = {
    channelId: begun.channelId,
    fetchedAt: context.clock.now().toISOString(),
    format: 'plain',
  };

  /** True when all of the page was new: there may be more behind it. */
  const takeThreads = (
    members: readonly unknown[],
    extra: Readonly<Record<string, string>> = {},
  ): boolean => {
    const threads = new Map(place.threads.map((thread) => [thread.id, thread]));
    const pending = new Map(place.pending.map((thread) => [thread.id, thread]));
    let isAllNew = members.length > 0;
    for (const member of members.toReversed()) {
      items.push(...rawItemsOf(member, { ...base, ...extra }));
      const thread = ThreadSchema.safeParse(member).data;
      if (!thread) continue;
      const { id, snippet, replies } = thread;
      const { videoId, totalReplyCount } = snippet;
      const known: KnownThread = { id, replies: totalReplyCount, ...(videoId ? { videoId } : {}) };
      const before = threads.get(id);
      if (before) isAllNew = false;
      const shown = replies?.comments.length ?? 0;
      if (totalReplyCount > shown && before?.replies !== totalReplyCount) pending.set(id, known);
      threads.delete(id);
      threads.set(id, known);
    }
    place = { ...place, threads: [...threads.values()], pending: [...pending.values()] };
    return isAllNew;
  };

  const newest = async (): Promise<Step> => {
    const parameters = {
      ...{ part: 'id,snippet,replies', allThreadsRelatedToChannelId: begun.channelId },
      ...{ order: 'time', maxResults: 100, textFormat: 'plainText' },
    };
    const page = await youtube.call(
      'commentThreads.list',
      { ...parameters, pageToken: place.page },
      PageSchema,
    );
    // A token that holds no longer: from the beginning again.
    if (!page.ok && place.page && page.error.status === 400) place = { ...place, page: undefined };
    if (!page.ok) return page.error;
    const { items: members, nextPageToken } = page.value.output;
    const goesOn = takeThreads(members) && place.pagesRead + 1 < PAGES_BACK;
    const { page: _, ...rest } = place;
    place =
      goesOn && nextPageToken
        ? { ...rest, page: nextPageToken, pagesRead: place.pagesRead + 1 }
        : { ...rest, pagesRead: 0 };
    return undefined;
  };

  const answers = async (): Promise<Step> => {
    for (const thread of place.pending.slice(0, REPLIES_AT_ONCE)) {
      const read = await readAnswers(youtube, thread.id);
      if (!read.ok && read.error.status !== 404) return read.error;
      const inside = { ...base, ...(thread.videoId ? { videoId: thread.videoId } : {}) };
      if (read.ok) items.push(...read.value.map((comment) => rawItemOf(comment, inside)));
      place = { ...place, pending: place.pending.filter(({ id }) => id !== thread.id) };
    }
    return undefined;
  };

  const held = async (): Promise<Step> => {
    if (place.turn % HELD_EVERY !== 1) return undefined;
    const parameters = {
      ...{ part: 'id,snippet,replies', allThreadsRelatedToChannelId: begun.channelId },
      ...{ moderationStatus: 'heldForReview', maxResults: 100, textFormat: 'plainText' },
    };
    const page = await youtube.call('commentThreads.list', parameters, PageSchema);
    if (!page.ok) return page.error;
    for (const member of page.value.output.items) items.push(...rawItemsOf(member, { ...base, held: '1' }));
    return undefined;
  };

  /** Answers to conversations that stand on later pages by now. */
  const older = async (): Promise<Step> => {
    if (place.turn % OLDER_EVERY !== 0 || place.threads.length === 0) return undefined;
    const parts = Math.ceil(place.threads.length / IDS_AT_ONCE);
    const from = (Math.floor(place.turn / OLDER_EVERY) % parts) * IDS_AT_ONCE;
    const asked = place.threads.slice(from, from + IDS_AT_ONCE);
    const parameters = {
      part: 'id,snippet,replies',
      id: asked.map(({ id }) => id).join(','),
      textFormat: 'plainText',
    };
    const page = await youtube.call('commentThreads.list', parameters, PageSchema);
    if (!page.ok) return page.error;
    const order = place.threads.map(({ id }) => id);
    takeThreads(page.value.output.items);
    // Looking at something does not make it newer.
    const now = new Map(place.threads.map((thread) => [thread.id, thread]));
    place = { ...place, threads: order.flatMap((id) => now.get(id) ?? []) };
    return undefined;
  };

  const videos = async (targets: ReceiveTargets): Promise<Step> => {
    if (!context.settings.searchVideos) return undefined;
    const found = await searchVideos(context, youtube, place, targets);
    if (!found.ok) return found.error;
    items.push(...found.value.documents.map((document) => rawItemOf(document, base)));
    place = found.value.place;
    return undefined;
  };

  const more = (): boolean => place.page !== undefined || place.pending.length > 0;
  return { items, newest, answers, held, older, videos, more, cursor: () => place };
};

/** All answers to a top-level comment; at most 1,000. */
export const readAnswers = async (
  youtube: Youtube,
  parentId: string,
): Promise<Result<readonly unknown[], GoogleFailure>> => {
  const comments: unknown[] = [];
  let pageToken: string | undefined;
  for (let pages = 0; pages < 10; pages += 1) {
    const parameters = { part: 'id,snippet', parentId, maxResults: 100, textFormat: 'plainText', pageToken };
    const page = await youtube.call('comments.list', parameters, PageSchema);
    if (!page.ok) return page;
    comments.push(...page.value.output.items);
    pageToken = page.value.output.nextPageToken;
    if (!pageToken) break;
  }
  return ok(comments);
};
