import type { Clock } from '../../platform/clock.ts';
import type { FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';
import type { FeedCursor } from './cursor.ts';
import { discoverFeeds } from './discover-feeds.ts';
import { type DocumentProblem, type FeedDocument, isCutShort, parseDocument } from './parse-document.ts';

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1';

/** Bytes of one document after decompression. */
const MAX_BYTES = 10 * 1024 * 1024;

export type Visit = {
  readonly response: FetchResponse;
  /** Undefined when nothing has changed since the cursor. */
  readonly document: FeedDocument | undefined;
  readonly cursor: FeedCursor;
};

type Outside = { readonly http: GuardedFetch; readonly clock: Clock };

/** Reads the feed behind the cursor: conditionally (RFC 9110 13), through moves, from a page to the feed it names. */
export const visitFeed = async (
  outside: Outside,
  cursor: FeedCursor,
): Promise<Result<Visit, ChannelProblem>> => {
  const response = await get(outside, cursor, MAX_BYTES);
  if (!response.ok) return response;
  if (response.value.status === 304) return ok({ response: response.value, document: undefined, cursor });
  const text = response.value.text();
  const document = parseDocument(text, response.value.url);
  if (document.ok) return read(response.value, document.value, text, cursor);
  const found = document.error === 'not-a-feed' ? discoverFeeds(text, response.value.url)[0] : undefined;
  return found ? visitNamed(outside, cursor, found.url) : err(problemOfDocument(document.error));
};

/** A page's feed must be a feed: one step, never a chain of pages. */
const visitNamed = (
  outside: Outside,
  { page }: FeedCursor,
  feedUrl: string,
): Promise<Result<Visit, ChannelProblem>> => lookAtFeed(outside, { page, feedUrl }, { maxBytes: MAX_BYTES });

/** The same of what must be a feed itself: no page is looked through for one. */
export const lookAtFeed = async (
  outside: Outside,
  cursor: FeedCursor,
  { maxBytes }: { readonly maxBytes: number },
): Promise<Result<Visit, ChannelProblem>> => {
  const response = await get(outside, cursor, maxBytes);
  if (!response.ok) return response;
  if (response.value.status === 304) return ok({ response: response.value, document: undefined, cursor });
  const text = response.value.text();
  const document = parseDocument(text, response.value.url);
  return document.ok
    ? read(response.value, document.value, text, cursor)
    : err(problemOfDocument(document.error));
};

const get = async (
  { http, clock }: Outside,
  cursor: FeedCursor,
  maxBytes: number,
): Promise<Result<FetchResponse, ChannelProblem>> => {
  const response = await http.request(cursor.feedUrl, {
    maxBytes,
    headers: {
      accept,
      ...(cursor.etag ? { 'if-none-match': cursor.etag } : {}),
      ...(cursor.lastModified ? { 'if-modified-since': cursor.lastModified } : {}),
    },
  });
  if (!response.ok) return err(problemOfFetch(response.error));
  const problem = problemOfStatus(response.value, clock);
  return problem ? err(problem) : response;
};

const read = (
  response: FetchResponse,
  document: FeedDocument,
  text: string,
  { page, feedUrl }: FeedCursor,
): Result<Visit, ChannelProblem> => {
  if (isCutShort(text, document.format)) {
    return err({ kind: 'bad-response', detail: 'the document stops half-way' });
  }
  const etag = response.headers.get('etag');
  const lastModified = response.headers.get('last-modified');
  return ok({
    response,
    document,
    cursor: {
      page,
      feedUrl: response.movedTo ?? feedUrl,
      ...(etag ? { etag } : {}),
      ...(lastModified ? { lastModified } : {}),
    },
  });
};

const problemOfDocument = (problem: DocumentProblem): ChannelProblem => {
  switch (problem) {
    case 'not-a-feed':
      return { kind: 'misconfigured', field: 'url', detail: 'the page is no feed and names none' };
    case 'broken':
      return { kind: 'bad-response', detail: 'the feed does not read' };
    case 'too-large':
      return { kind: 'too-large', detail: 'the feed is too long' };
    case 'too-deep':
      return { kind: 'bad-response', detail: 'the feed is nested too deeply' };
    case 'entities':
      return { kind: 'bad-response', detail: 'the feed declares entities of its own' };
  }
};
