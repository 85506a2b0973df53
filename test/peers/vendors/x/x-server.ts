import type { Clock } from '../../../../src/platform/clock.ts';
import { type Answer, type Asked, createAuthorizationServer, json } from '../authorization-server.ts';
import { serveVendor } from '../serve.ts';

export type StoredPost = {
  id: string;
  text: string;
  author_id: string;
  created_at: string;
  in_reply_to?: string;
  isDeleted?: boolean;
};

type Behaviour = {
  /** Seconds until the window of rate limits ends, told once. */
  busyS: number;
  /** A post is made (and paid), and the answer never comes. */
  cutsAfterPosting: boolean;
  /** The credits bought there are used up. */
  isBroke: boolean;
  /** Posts a week that counting tells for any term. */
  weekly: number | undefined;
};

/**
 * SIMULATED, written from https://docs.x.com (API v2, authentication, pricing, rate limits; read 2026-11-22). It refuses what they say is refused, and keeps
 * a bill of its own by the published prices, by which ours is judged. It proves that we follow the documents, not that X does.
 */
export const startXServer = async (clock: Clock, redirectUris: readonly string[] = []) => {
  const authorization = createAuthorizationServer(
    {
      ...{ clientId: 'app-della-cantina', clientSecret: 'segreto-della-app', redirectUris },
      scopes: ['tweet.read', 'users.read', 'tweet.write', 'offline.access'],
      ...{
        authorizePath: '/i/oauth2/authorize',
        tokenPath: '/2/oauth2/token',
        revokePath: '/2/oauth2/revoke',
      },
      // docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code: PKCE, confidential clients by Basic, two hours, refresh tokens hold once.
      ...({ clientAuthentication: 'basic', pkce: 'required', accessSeconds: 7_200, rotates: true } as const),
    },
    clock,
  );
  const bearer = 'gettone-della-sola-app-0123456789';
  const users = [
    { id: '77', username: 'cantina', name: 'Cantina di prova' },
    { id: '900001', username: 'anna', name: 'Anna' },
    { id: '900002', username: 'rita', name: 'Rita' },
  ];
  const posts: StoredPost[] = [];
  const asked: string[] = [];
  let behaviour: Behaviour = { busyS: 0, cutsAfterPosting: false, isBroke: false, weekly: undefined };
  let last = 1_990_000_000_000_000_000n;
  let bill = 0;
  let day = '';
  const charged = new Set<string>();

  /** docs.x.com/x-api/getting-started/pricing: by thing and UTC day; writes by the call. */
  const charge = (thing: string, micro: number): void => {
    const today = clock.now().toISOString().slice(0, 10);
    if (today !== day) charged.clear();
    day = today;
    if (!charged.has(thing)) bill += micro;
    charged.add(thing);
  };

  const say = (author: string, text: string, change: Partial<StoredPost> = {}): StoredPost => {
    last += 1n;
    const post = {
      id: String(last),
      text,
      author_id: author,
      created_at: clock.now().toISOString(),
      ...change,
    };
    posts.push(post);
    return post;
  };

  const show = (post: StoredPost) => ({
    ...{ id: post.id, text: post.text, author_id: post.author_id, created_at: post.created_at, lang: 'it' },
    conversation_id: post.in_reply_to ?? post.id,
    edit_history_tweet_ids: [post.id],
    entities: {
      mentions: [...post.text.matchAll(/@(\w+)/g)].map(([, username]) => ({ username })),
    },
    ...(post.in_reply_to ? { referenced_tweets: [{ type: 'replied_to', id: post.in_reply_to }] } : {}),
  });

  // docs.x.com/x-api/fundamentals/response-codes-and-errors: problem details.
  const problem = (status: number, title: string, detail: string, headers = {}): Answer =>
    json(status, { title, detail, status, type: 'about:blank' }, headers);

  /** A timeline or a search: newest first, `since_id` excluded, a page of `max_results` within its bounds. */
  const list = (
    url: URL,
    found: readonly StoredPost[],
    price: number,
    bounds: readonly [number, number],
  ): Answer => {
    const count = Number(url.searchParams.get('max_results') ?? bounds[0]);
    if (count < bounds[0] || count > bounds[1])
      return problem(400, 'Invalid Request', `The max_results must be between ${bounds[0]} and ${bounds[1]}`);
    const since = url.searchParams.get('since_id');
    const startTime = url.searchParams.get('start_time');
    const from = Number(url.searchParams.get('pagination_token') ?? url.searchParams.get('next_token') ?? 0);
    const all = found
      .filter((post) => !post.isDeleted && (!since || BigInt(post.id) > BigInt(since)))
      .filter((post) => !startTime || post.created_at >= startTime)
      .toReversed();
    const page = all.slice(from, from + count);
    for (const post of page) charge(`post:${post.id}`, price);
    const expands = url.searchParams.get('expansions') === 'author_id';
    const authors = users.filter(({ id }) => expands && page.some((post) => post.author_id === id));
    for (const { id } of authors) charge(`user:${id}`, 10_000);
    return json(200, {
      ...(page.length > 0 ? { data: page.map(show) } : {}),
      ...(authors.length > 0 ? { includes: { users: authors } } : {}),
      meta: {
        result_count: page.length,
        ...(page[0] ? { newest_id: page[0].id, oldest_id: page.at(-1)?.id } : {}),
        ...(from + count < all.length ? { next_token: String(from + count) } : {}),
      },
    });
  };

  const searched = (query: string) => {
    const term = (/^"([^"]+)"|^(\S+)/.exec(query)?.slice(1).find(Boolean) ?? '').toLowerCase();
    const without = /-from:(\w+)/.exec(query)?.[1];
    const author = users.find(({ username }) => username === without)?.id;
    return posts.filter((post) => post.text.toLowerCase().includes(term) && post.author_id !== author);
  };

  const create = (request: Asked, isUser: boolean): Answer => {
    // "Application-Only is forbidden for this endpoint."
    if (!isUser)
      return problem(
        403,
        'Unsupported Authentication',
        'Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.',
      );
    const { text, reply } = JSON.parse(request.body) as {
      text?: string;
      reply?: { in_reply_to_tweet_id?: string };
    };
    if (!text) return problem(400, 'Invalid Request', 'text is required');
    if (text.length > 280) return problem(400, 'Invalid Request', 'Your Tweet text is too long.');
    const parent = reply?.in_reply_to_tweet_id;
    const answered = posts.find(({ id, isDeleted }) => id === parent && !isDeleted);
    if (parent && !answered)
      return problem(
        403,
        'Forbidden',
        'You attempted to reply to a Tweet that is deleted or not visible to you.',
      );
    if (posts.some((post) => post.author_id === '77' && post.text === text && !post.isDeleted))
      return problem(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.');
    const post = say('77', text, parent ? { in_reply_to: parent } : {});
    charge(`create:${post.id}`, /https?:\/\/|\b\w+\.(it|com|example)\b/.test(text) ? 200_000 : 15_000);
    return json(201, { data: { id: post.id, text, edit_history_tweet_ids: [post.id] } });
  };

  const answerTo = (request: Asked): Answer => {
    const { method, url, headers } = request;
    const known = authorization.handle(request);
    if (known) return known;
    const isApp = headers.authorization === `Bearer ${bearer}`;
    const scope = method === 'GET' ? 'tweet.read' : 'tweet.write';
    const judged = isApp ? 'good' : authorization.judge(headers.authorization, scope);
    if (judged === 'refused') return problem(401, 'Unauthorized', 'Unauthorized');
    if (judged === 'no-scope')
      return problem(
        403,
        'Forbidden',
        'Your client app is not configured with the appropriate oauth2 permissions.',
      );
    asked.push(`${method} ${url.pathname}`);
    if (behaviour.isBroke)
      return problem(
        402,
        'CreditsDepleted',
        'Your enrolled account does not have any credits to fulfill this request.',
      );
    if (behaviour.busyS > 0) {
      const reset = Math.ceil(clock.now().getTime() / 1_000) + behaviour.busyS;
      behaviour = { ...behaviour, busyS: 0 };
      // docs.x.com/x-api/fundamentals/rate-limits
      return problem(429, 'Too Many Requests', 'Too Many Requests', { 'x-rate-limit-reset': String(reset) });
    }
    const path = url.pathname;
    if (path === '/2/users/me') {
      if (isApp)
        return problem(403, 'Unsupported Authentication', 'Application-Only is forbidden for this endpoint.');
      charge('user:77', 10_000);
      return json(200, { data: users[0] });
    }
    const name = /^\/2\/users\/by\/username\/(\w+)$/.exec(path)?.[1];
    if (name) {
      const user = users.find(({ username }) => username === name);
      if (user) charge(`user:${user.id}`, 10_000);
      return user
        ? json(200, { data: user })
        : json(200, { errors: [{ title: 'Not Found Error', detail: 'Could not find user' }] });
    }
    if (path === '/2/users/77/mentions')
      return list(
        url,
        posts.filter((post) => /@cantina\b/.test(post.text) && post.author_id !== '77'),
        1_000,
        [5, 100],
      );
    if (path === '/2/users/77/tweets')
      return list(
        url,
        posts.filter((post) => post.author_id === '77'),
        1_000,
        [5, 100],
      );
    const query = url.searchParams.get('query') ?? '';
    // docs.x.com/x-api/posts/search/integrate/build-a-query: 512 characters.
    if (path.startsWith('/2/tweets/') && path.endsWith('/recent') && (query === '' || query.length > 512))
      return problem(400, 'Invalid Request', 'query is missing or too long');
    if (path === '/2/tweets/search/recent') return list(url, searched(query), 5_000, [10, 100]);
    if (path === '/2/tweets/counts/recent') {
      bill += 5_000;
      return json(200, { data: [], meta: { total_tweet_count: behaviour.weekly ?? searched(query).length } });
    }
    if (path === '/2/tweets' && method === 'GET') {
      const ids = (url.searchParams.get('ids') ?? '').split(',');
      if (ids.length > 100) return problem(400, 'Invalid Request', 'at most 100 ids');
      const found = posts.filter((post) => ids.includes(post.id) && !post.isDeleted);
      for (const post of found) charge(`post:${post.id}`, 5_000);
      return json(200, {
        ...(found.length > 0 ? { data: found.map(show) } : {}),
        errors: ids
          .filter((id) => !found.some((post) => post.id === id))
          .map((value) => ({ value, title: 'Not Found Error' })),
      });
    }
    if (path === '/2/tweets' && method === 'POST') return create(request, !isApp);
    const deleted = /^\/2\/tweets\/(\d+)$/.exec(path)?.[1];
    const post = posts.find(({ id }) => id === deleted);
    if (method === 'DELETE' && post) {
      if (post.author_id !== '77')
        return problem(403, 'Forbidden', 'You are not authorized to delete this Tweet.');
      charge(`delete:${post.id}`, 10_000);
      post.isDeleted = true;
      return json(200, { data: { deleted: true } });
    }
    return problem(404, 'Not Found', 'Not Found');
  };

  const server = await serveVendor((request) => {
    const answer = answerTo(request);
    const isPosting = request.method === 'POST' && request.url.pathname === '/2/tweets';
    return isPosting && behaviour.cutsAfterPosting ? { status: 503, body: 'Service Unavailable' } : answer;
  });
  return {
    origin: server.origin,
    authorization,
    bearer,
    posts,
    asked,
    say,
    /** What X would charge, millionths of a dollar. */
    bill: () => bill,
    change: (change: Partial<Behaviour>): void => {
      behaviour = { ...behaviour, ...change };
    },
    close: server.close,
  };
};
export type XServer = Awaited<ReturnType<typeof startXServer>>;
