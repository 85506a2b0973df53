import type { Clock } from '../../../../src/platform/clock.ts';
import { type Answer, type Asked, json } from '../authorization-server.ts';
import { serveVendor } from '../serve.ts';
import { bodyOf, cloudError, createGoogleAccount } from './google-account.ts';

const SCOPE = 'https://www.googleapis.com/auth/business.manage';

export type SimulatedReview = {
  reviewId: string;
  reviewer: { displayName?: string; isAnonymous?: boolean };
  starRating: 'ONE' | 'TWO' | 'THREE' | 'FOUR' | 'FIVE';
  comment?: string;
  createTime: string;
  updateTime: string;
  reviewReply?: {
    comment: string;
    updateTime: string;
    reviewReplyState: 'PENDING' | 'APPROVED' | 'REJECTED';
  };
};

/**
 * Accounts, places and reviews as the Business Profile references have them (pages under https://developers.google.com/my-business/reference, read
 * on 2026-11-22). All three hosts stand at one origin here.
 */
export const startBusiness = async (clock: Clock, redirectUri: string) => {
  const reviews = new Map<string, SimulatedReview>();
  const asked: string[] = [];
  let isApproved = true;
  let replyState: 'PENDING' | 'APPROVED' | 'REJECTED' = 'APPROVED';
  let fault: ((asked: Asked) => Answer | undefined) | undefined;
  const account = createGoogleAccount(clock, { redirectUris: [redirectUri], scopes: [SCOPE] });
  const place = {
    name: 'locations/777',
    title: 'Enoteca Boschetto',
    metadata: { mapsUri: 'https://maps.example/777' },
  };

  const listed = (url: URL): Answer => {
    const size = Number(url.searchParams.get('pageSize') ?? 50);
    // reviews/list: "How many reviews to fetch per page. The maximum pageSize is 50."
    if (!(size >= 1 && size <= 50)) return cloudError(400, 'INVALID_ARGUMENT');
    const order = url.searchParams.get('orderBy') ?? 'updateTime desc';
    // "The valid orders to sort by are rating, rating desc and updateTime desc."
    if (!['rating', 'rating desc', 'updateTime desc'].includes(order))
      return cloudError(400, 'INVALID_ARGUMENT');
    const all = [...reviews.values()].sort((one, other) => other.updateTime.localeCompare(one.updateTime));
    const token = url.searchParams.get('pageToken');
    if (token !== null && !/^p\d+$/.test(token)) return cloudError(400, 'INVALID_ARGUMENT');
    const from = Number(token?.slice(1) ?? 0);
    return json(200, {
      reviews: all.slice(from, from + size).map(named),
      averageRating: 4.2,
      totalReviewCount: all.length,
      ...(from + size < all.length ? { nextPageToken: `p${from + size}` } : {}),
    });
  };

  const named = (review: SimulatedReview) => ({
    name: `accounts/11/locations/777/reviews/${review.reviewId}`,
    ...review,
  });

  const one = (request: Asked, review: SimulatedReview, isReply: boolean): Answer => {
    const { method } = request;
    if (!isReply) return method === 'GET' ? json(200, named(review)) : cloudError(404, 'NOT_FOUND');
    if (method === 'DELETE') {
      delete review.reviewReply;
      return json(200, {});
    }
    if (method !== 'PUT') return cloudError(404, 'NOT_FOUND');
    const { comment = '' } = (bodyOf(request) ?? {}) as { comment?: string };
    // ReviewReply.comment: "The maximum length is 4096 bytes."
    if (comment === '' || Buffer.byteLength(comment) > 4_096) return cloudError(400, 'INVALID_ARGUMENT');
    review.reviewReply = { comment, updateTime: clock.now().toISOString(), reviewReplyState: replyState };
    return json(200, review.reviewReply);
  };

  const answer = (request: Asked): Answer => {
    const signIn = account.handle(request);
    if (signIn) return signIn;
    const { url, method, headers } = request;
    asked.push(`${method} ${url.pathname}`);
    const judged = account.judge(headers.authorization, SCOPE);
    if (judged === 'refused') return cloudError(401, 'UNAUTHENTICATED');
    if (judged === 'no-scope') return cloudError(403, 'PERMISSION_DENIED', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT');
    // content/prereqs: the quota of a project that was not approved is 0.
    if (!isApproved) return cloudError(429, 'RESOURCE_EXHAUSTED', 'RATE_LIMIT_EXCEEDED');
    const failed = fault?.(request);
    if (failed) return failed;
    if (method === 'GET' && url.pathname === '/v1/accounts') {
      // accounts/list: pages of 2 to 20.
      const size = Number(url.searchParams.get('pageSize') ?? 20);
      if (size < 2 || size > 20) return cloudError(400, 'INVALID_ARGUMENT');
      return json(200, {
        accounts: [{ name: 'accounts/11', accountName: 'Cantina Boschetto', type: 'PERSONAL' }],
      });
    }
    if (method === 'GET' && url.pathname === '/v1/accounts/11/locations') {
      // accounts.locations/list: "readMask: Required."; pageSize at most 100.
      if (!url.searchParams.get('readMask') || Number(url.searchParams.get('pageSize') ?? 10) > 100) {
        return cloudError(400, 'INVALID_ARGUMENT');
      }
      return json(200, { locations: [place] });
    }
    if (method === 'GET' && url.pathname === '/v4/accounts/11/locations/777/reviews') return listed(url);
    const found = /^\/v4\/accounts\/11\/locations\/777\/reviews\/([^/]+)(\/reply)?$/.exec(url.pathname);
    const review = found && reviews.get(found[1] ?? '');
    return review ? one(request, review, found[2] !== undefined) : cloudError(404, 'NOT_FOUND');
  };

  const served = await serveVendor(answer);
  return {
    ...served,
    account,
    reviews,
    asked,
    add: (reviewId: string, change: Partial<SimulatedReview> = {}): SimulatedReview => {
      const at = new Date(clock.now().getTime() + reviews.size).toISOString();
      const review: SimulatedReview = {
        reviewId,
        reviewer: { displayName: 'Paola Neri' },
        starRating: 'FOUR',
        comment: 'Bella scelta di rossi',
        createTime: at,
        updateTime: at,
        ...change,
      };
      reviews.set(reviewId, review);
      return review;
    },
    setApproved: (is: boolean): void => {
      isApproved = is;
    },
    setReplyState: (state: typeof replyState): void => {
      replyState = state;
    },
    setFault: (next: typeof fault): void => {
      fault = next;
    },
  };
};
