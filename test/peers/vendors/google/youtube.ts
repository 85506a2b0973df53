import type { Clock } from '../../../../src/platform/clock.ts';
import { type Answer, type Asked, json } from '../authorization-server.ts';
import { serveVendor } from '../serve.ts';
import { bodyOf, createGoogleAccount, googleError } from './google-account.ts';

const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';
export const OUR_CHANNEL = 'UCcantinaBoschetto000001';

type Comment = {
  readonly id: string;
  readonly videoId: string;
  readonly parentId?: string;
  readonly author: { readonly id: string; readonly name: string };
  text: string;
  status: 'published' | 'heldForReview' | 'likelySpam' | 'rejected';
  readonly publishedAt: string;
  updatedAt: string;
};

/**
 * The comments of YouTube's Data API v3, as its reference has them (pages under https://developers.google.com/youtube/v3/docs, read on 2026-11-22).
 * It refuses what the pages say is refused, and counts units.
 */
export const startYoutube = async (clock: Clock, redirectUri: string) => {
  const comments = new Map<string, Comment>();
  const videos = new Map<
    string,
    { readonly title: string; readonly channelId: string; readonly publishedAt: string }
  >();
  const asked: string[] = [];
  let units = 0;
  let unitsADay = 10_000;
  let next = 0;
  let pageSize = 100;
  let fault: ((asked: Asked) => Answer | undefined) | undefined;
  const account = createGoogleAccount(clock, { redirectUris: [redirectUri], scopes: [SCOPE] });

  const resource = (comment: Comment, query: URLSearchParams): object => ({
    kind: 'youtube#comment',
    etag: `etag-${comment.id}-${comment.updatedAt}`,
    id: comment.id,
    snippet: {
      authorDisplayName: comment.author.name,
      authorProfileImageUrl: 'https://yt3.example/ritratto.jpg',
      authorChannelUrl: `http://www.youtube.com/channel/${comment.author.id}`,
      authorChannelId: { value: comment.author.id },
      channelId: OUR_CHANNEL,
      // comments#resource: "textFormat … Acceptable values: html, plainText"; html is the default.
      textDisplay:
        query.get('textFormat') === 'plainText' ? comment.text : comment.text.replaceAll('\n', '<br>'),
      // "textOriginal … only returned to the authenticated user if they are the comment's author."
      ...(comment.author.id === OUR_CHANNEL ? { textOriginal: comment.text } : {}),
      ...(comment.parentId ? { parentId: comment.parentId } : { videoId: comment.videoId }),
      canRate: true,
      viewerRating: 'none',
      likeCount: 0,
      moderationStatus: comment.status,
      publishedAt: comment.publishedAt,
      updatedAt: comment.updatedAt,
    },
  });

  const answersTo = (id: string) =>
    [...comments.values()].filter((one) => one.parentId === id && one.status === 'published');
  const threadOf = (comment: Comment, query: URLSearchParams): object => {
    const answers = answersTo(comment.id);
    const wantsReplies = (query.get('part') ?? '').split(',').includes('replies');
    return {
      kind: 'youtube#commentThread',
      etag: `etag-${comment.id}`,
      id: comment.id,
      snippet: {
        channelId: OUR_CHANNEL,
        videoId: comment.videoId,
        topLevelComment: resource(comment, query),
        canReply: true,
        totalReplyCount: answers.length,
        isPublic: true,
      },
      // commentThreads#resource: "a commentThread resource does not necessarily contain all replies".
      ...(wantsReplies && answers.length > 0
        ? { replies: { comments: answers.slice(-5).map((one) => resource(one, query)) } }
        : {}),
    };
  };

  const listed = (kind: string, all: readonly object[], query: URLSearchParams): Answer => {
    const from = Number(query.get('pageToken')?.replace('page-', '') ?? 0);
    // "maxResults … Acceptable values are 1 to 100, inclusive."
    const size = Math.min(pageSize, Number(query.get('maxResults') ?? 20));
    const items = all.slice(from, from + size);
    const more = from + size < all.length ? { nextPageToken: `page-${from + size}` } : {};
    return json(200, {
      kind,
      etag: 'lista',
      ...more,
      pageInfo: { totalResults: all.length, resultsPerPage: size },
      items,
    });
  };

  const newestFirst = (one: Comment, other: Comment) => other.publishedAt.localeCompare(one.publishedAt);

  const listThreads = (query: URLSearchParams): Answer => {
    // commentThreads/list: "Filters (specify exactly one of the following parameters)".
    const filters = ['allThreadsRelatedToChannelId', 'channelId', 'id', 'videoId'].filter((name) =>
      query.has(name),
    );
    if (filters.length !== 1) return googleError(400, 'missingRequiredParameter');
    if (
      query.has('maxResults') &&
      !(Number(query.get('maxResults')) >= 1 && Number(query.get('maxResults')) <= 100)
    ) {
      return googleError(400, 'invalidValue');
    }
    const top = [...comments.values()].filter(({ parentId }) => parentId === undefined);
    const id = query.get('id');
    if (id !== null) {
      // "This parameter is not supported for use in conjunction with the id parameter": maxResults, moderationStatus, order, pageToken.
      if (['maxResults', 'moderationStatus', 'order', 'pageToken'].some((name) => query.has(name))) {
        return googleError(400, 'operationNotSupported');
      }
      const wanted = new Set(id.split(','));
      const found = top.filter((one) => wanted.has(one.id) && one.status === 'published');
      return json(200, {
        kind: 'youtube#commentThreadListResponse',
        items: found.map((one) => threadOf(one, query)),
      });
    }
    if (query.get('allThreadsRelatedToChannelId') !== OUR_CHANNEL) return googleError(404, 'channelNotFound');
    const status = query.get('moderationStatus') ?? 'published';
    const shown = top.filter((one) => one.status === status).sort(newestFirst);
    return listed(
      'youtube#commentThreadListResponse',
      shown.map((one) => threadOf(one, query)),
      query,
    );
  };

  const listComments = (query: URLSearchParams): Answer => {
    const [id, parentId] = [query.get('id'), query.get('parentId')];
    // comments/list: "Filters (specify exactly one of the following parameters)": id, parentId.
    if ((id === null) === (parentId === null)) return googleError(400, 'operationNotSupported');
    if (id !== null) {
      if (query.has('maxResults') || query.has('pageToken')) return googleError(400, 'operationNotSupported');
      const found = id.split(',').flatMap((one) => comments.get(one) ?? []);
      return json(200, {
        kind: 'youtube#commentListResponse',
        items: found.filter(({ status }) => status !== 'rejected').map((one) => resource(one, query)),
      });
    }
    if (!comments.has(parentId ?? '')) return googleError(404, 'commentNotFound');
    const answers = answersTo(parentId ?? '');
    return listed(
      'youtube#commentListResponse',
      answers.map((one) => resource(one, query)),
      query,
    );
  };

  const insert = (request: Asked, query: URLSearchParams): Answer => {
    const body = bodyOf(request) as { snippet?: { parentId?: string; textOriginal?: string } } | undefined;
    // comments/insert: commentTextRequired, parentCommentIdRequired, parentCommentNotFound, commentTextTooLong.
    const { parentId, textOriginal } = body?.snippet ?? {};
    if (!textOriginal) return googleError(400, 'commentTextRequired');
    if (!parentId) return googleError(400, 'parentCommentIdRequired');
    if (textOriginal.length > 10_000) return googleError(400, 'commentTextTooLong');
    const parent = comments.get(parentId);
    if (!parent || parent.parentId) return googleError(404, 'parentCommentNotFound');
    const answer = add({
      text: textOriginal,
      author: { id: OUR_CHANNEL, name: '@cantinaboschetto' },
      parentId,
    });
    return json(200, resource(answer, query));
  };

  const setStatus = (query: URLSearchParams): Answer => {
    const status = query.get('moderationStatus');
    const ids = (query.get('id') ?? '').split(',').filter(Boolean);
    // comments/setModerationStatus: "Acceptable values are: heldForReview, published, rejected".
    if (!status || !['heldForReview', 'published', 'rejected'].includes(status)) {
      return googleError(400, 'operationNotSupported');
    }
    const found = ids.flatMap((id) => comments.get(id) ?? []);
    if (found.length === 0) return googleError(404, 'commentNotFound');
    for (const comment of found) comment.status = status as Comment['status'];
    return { status: 204 };
  };

  const remove = (query: URLSearchParams): Answer => {
    const comment = comments.get(query.get('id') ?? '');
    if (!comment) return googleError(404, 'commentNotFound');
    comments.delete(comment.id);
    return { status: 204 };
  };

  const search = (query: URLSearchParams): Answer => {
    if (query.get('part') !== 'snippet') return googleError(400, 'missingRequiredParameter');
    const words = (query.get('q') ?? '').toLowerCase();
    const since = query.get('publishedAfter') ?? '';
    const found = [...videos].filter(
      ([, video]) => video.title.toLowerCase().includes(words) && video.publishedAt > since,
    );
    return json(200, {
      kind: 'youtube#searchListResponse',
      items: found.map(([videoId, { title, channelId, publishedAt }]) => ({
        kind: 'youtube#searchResult',
        id: { kind: 'youtube#video', videoId },
        snippet: {
          publishedAt,
          channelId,
          title: title.replaceAll('&', '&amp;'),
          description: '',
          channelTitle: 'Altri',
        },
      })),
    });
  };

  const listVideos = (query: URLSearchParams): Answer =>
    json(200, {
      kind: 'youtube#videoListResponse',
      items: (query.get('id') ?? '')
        .split(',')
        .filter((id) => videos.has(id))
        .map((id) => ({ kind: 'youtube#video', id })),
    });

  const mine = (query: URLSearchParams): Answer => {
    if (query.get('mine') !== 'true') return googleError(400, 'missingRequiredParameter');
    const snippet = { title: 'Cantina Boschetto', customUrl: '@cantinaboschetto' };
    return json(200, {
      kind: 'youtube#channelListResponse',
      items: [{ kind: 'youtube#channel', id: OUR_CHANNEL, snippet }],
    });
  };

  /** https://developers.google.com/youtube/v3/determine_quota_cost */
  const routes: Readonly<
    Record<string, { cost: number; answer(request: Asked, query: URLSearchParams): Answer }>
  > = {
    'GET /youtube/v3/channels': { cost: 1, answer: (_, query) => mine(query) },
    'GET /youtube/v3/commentThreads': { cost: 1, answer: (_, query) => listThreads(query) },
    'GET /youtube/v3/comments': { cost: 1, answer: (_, query) => listComments(query) },
    'GET /youtube/v3/videos': { cost: 1, answer: (_, query) => listVideos(query) },
    'GET /youtube/v3/search': { cost: 0, answer: (_, query) => search(query) },
    'POST /youtube/v3/comments': { cost: 50, answer: insert },
    'POST /youtube/v3/comments/setModerationStatus': { cost: 50, answer: (_, query) => setStatus(query) },
    'DELETE /youtube/v3/comments': { cost: 50, answer: (_, query) => remove(query) },
  };

  const answer = (request: Asked): Answer => {
    const signIn = account.handle(request);
    if (signIn) return signIn;
    const { url, method, headers } = request;
    asked.push(`${method} ${url.pathname}?${url.searchParams}`);
    const route = routes[`${method} ${url.pathname}`];
    if (!route) return googleError(404, 'notFound');
    const judged = account.judge(headers.authorization, SCOPE);
    if (judged === 'refused') return googleError(401, 'authError');
    if (judged === 'no-scope') return googleError(403, 'insufficientPermissions');
    const failed = fault?.(request);
    if (failed) return failed;
    // "All API requests, including invalid requests, incur a quota cost of at least one point."
    if (units + Math.max(1, route.cost) > unitsADay) return googleError(403, 'quotaExceeded');
    units += route.cost;
    if (!url.searchParams.has('part') && method !== 'DELETE' && !url.pathname.endsWith('Status')) {
      return googleError(400, 'missingRequiredParameter');
    }
    return route.answer(request, url.searchParams);
  };

  const add = (given: Partial<Omit<Comment, 'id'>> & Pick<Comment, 'text' | 'author'>): Comment => {
    next += 1;
    const at = given.publishedAt ?? new Date(clock.now().getTime() + next).toISOString();
    const id = given.parentId ? `${given.parentId}.risposta${next}` : `Ugx-commento-${next}`;
    const comment: Comment = {
      id,
      videoId: 'video-vendemmia',
      status: 'published',
      publishedAt: at,
      updatedAt: at,
      ...given,
    };
    comments.set(id, comment);
    return comment;
  };

  const served = await serveVendor(answer);
  return {
    ...served,
    account,
    comments,
    videos,
    asked,
    add,
    setPageSize: (size: number): void => {
      pageSize = size;
    },
    setUnitsADay: (most: number): void => {
      unitsADay = most;
    },
    units: () => units,
    /** Looked at before each answer of the API; undefined lets it through. */
    setFault: (next: typeof fault): void => {
      fault = next;
    },
  };
};
export type YoutubeVendor = Awaited<ReturnType<typeof startYoutube>>;
