import { createHmac } from 'node:crypto';
import { type Answer, type Asked, json } from '../authorization-server.ts';
import { serveVendor } from '../serve.ts';

export type ForumPost = {
  id: number;
  topic_id: number;
  post_number: number;
  username: string;
  raw: string;
  version: number;
  created_at: string;
  reply_to_post_number: number | null;
  isPrivate: boolean;
  isDeleted: boolean;
};

type Behaviour = {
  /** Seconds that the next call is told to wait, in the header or in the body alone. */
  busy: { readonly seconds: number; readonly inBody: boolean } | undefined;
  /** A post is made, and the answer never comes. */
  cutsAfterPosting: boolean;
  /** New posts of ours wait for a moderator. */
  holds: boolean;
};

/**
 * SIMULATED, written from https://docs.discourse.org/ and from discourse/discourse (app/controllers, app/jobs/regular/emit_web_hook_event.rb; read
 * 2026-11-22). It refuses what they refuse; it proves that we follow them, not that a forum does.
 */
export const startDiscourseServer = async () => {
  const apiKey = 'chiave-di-prova-0123456789';
  const posts: ForumPost[] = [];
  const asked: string[] = [];
  const notifications: Record<string, unknown>[] = [];
  const externalIds = new Map<string, number>();
  const memoized = new Map<string, Answer>();
  let behaviour: Behaviour = { busy: undefined, cutsAfterPosting: false, holds: false };
  let lastId = 1_000;
  let lastTopic = 70;
  let origin = '';

  const say = (username: string, raw: string, place: Partial<ForumPost> = {}): ForumPost => {
    lastId += 1;
    if (place.topic_id === undefined) lastTopic += 1;
    const topic = place.topic_id ?? lastTopic;
    const post: ForumPost = {
      id: lastId,
      topic_id: topic,
      post_number:
        1 + Math.max(0, ...posts.filter((one) => one.topic_id === topic).map((one) => one.post_number)),
      username,
      raw,
      version: 1,
      created_at: new Date().toISOString(),
      reply_to_post_number: null,
      isPrivate: false,
      isDeleted: false,
      ...place,
    };
    posts.push(post);
    return post;
  };

  /** PostSerializer, with `raw` as `add_raw` asks. */
  const show = (post: ForumPost) => {
    const answered = posts.find(
      (one) => one.topic_id === post.topic_id && one.post_number === post.reply_to_post_number,
    );
    return {
      ...{ id: post.id, name: post.username, username: post.username, avatar_template: '/letter/{size}.png' },
      ...{ created_at: post.created_at, updated_at: post.created_at, raw: post.raw, version: post.version },
      cooked: `<p>${post.raw.replace(/@(\w+)/g, '<a class="mention" href="/u/$1">@$1</a>')}</p>`,
      ...{
        post_number: post.post_number,
        post_type: 1,
        topic_id: post.topic_id,
        topic_title: `Argomento ${post.topic_id}`,
      },
      reply_to_post_number: post.reply_to_post_number,
      ...(answered ? { reply_to_user: { username: answered.username } } : {}),
      ...{ user_id: 1, user_deleted: false },
    };
  };

  const refuse = (status: number, type: string, ...errors: readonly string[]): Answer =>
    json(status, { errors, error_type: type });
  const notFound = () => refuse(404, 'not_found', 'The requested URL or resource could not be found.');

  /** posts_controller.rb, `latest`: fifty a page, newest first, `before` without the post itself. */
  const latest = (url: URL, isPrivate: boolean, root: string): Answer => {
    const before = Number(url.searchParams.get('before') ?? 0);
    const page = posts
      .filter((one) => !one.isDeleted && one.isPrivate === isPrivate && (before <= 0 || one.id < before))
      .toSorted((one, other) => other.id - one.id)
      .slice(0, 50);
    return json(200, { [root]: page.map(show) });
  };

  const createPost = (body: Readonly<Record<string, unknown>>): Answer => {
    const raw = String(body.raw ?? '').trim();
    // config/site_settings.yml: min_post_length 20 (5 here, so that tests read well), max_post_length 32000.
    if (raw.length < 5) return refuse(422, 'invalid', 'Body is too short (minimum is 5 characters)');
    if (raw.length > 32_000) return refuse(422, 'invalid', 'Body is limited to 32000 characters');
    const isTopic = body.topic_id === undefined;
    if (isTopic && String(body.title ?? '').length < 3) return refuse(422, 'invalid', "Title can't be blank");
    const topic = Number(body.topic_id);
    if (!isTopic && !posts.some((one) => one.topic_id === topic && !one.isDeleted)) return notFound();
    // "The same API call within two minutes is one": DistributedMemoizer in `create`.
    const signature = JSON.stringify(body);
    const known = memoized.get(signature);
    if (known) return known;
    // unique_posts_mins: 5 minutes.
    if (posts.some((one) => one.username === 'cantina' && one.raw === raw && !one.isDeleted))
      return refuse(422, 'invalid', 'Body is too similar to what you recently posted');
    // NewPostResultSerializer: held for a moderator.
    if (behaviour.holds)
      return json(200, {
        action: 'enqueued',
        success: true,
        pending_post: { id: 31, raw },
        pending_count: 1,
      });
    const post = say('cantina', raw, {
      ...(isTopic ? {} : { topic_id: topic }),
      reply_to_post_number:
        body.reply_to_post_number === 1 ? null : Number(body.reply_to_post_number ?? 0) || null,
    });
    if (isTopic && typeof body.external_id === 'string') externalIds.set(body.external_id, post.topic_id);
    const answer = json(200, show(post));
    memoized.set(signature, answer);
    return answer;
  };

  const answerTo = (request: Asked): Answer => {
    const { method, url, headers } = request;
    const path = url.pathname;
    // docs.discourse.org, "Authentication": both headers, else 403 invalid_access.
    const isKnown = headers['api-key'] === apiKey && headers['api-username']?.toLowerCase() === 'cantina';
    if (!isKnown)
      return refuse(
        403,
        'invalid_access',
        'You are not permitted to view the requested resource. The API username or key is invalid.',
      );
    asked.push(`${method} ${path}`);
    if (behaviour.busy) {
      const { seconds, inBody } = behaviour.busy;
      behaviour = { ...behaviour, busy: undefined };
      // lib/rate_limiter: 429 with `Retry-After` and `extras.wait_seconds`.
      return json(
        429,
        {
          errors: ['Slow down'],
          error_type: 'rate_limit',
          extras: { wait_seconds: seconds, time_left: 'a moment' },
        },
        inBody ? {} : { 'retry-after': String(seconds) },
      );
    }
    if (path === '/session/current.json')
      return json(200, { current_user: { id: 9, username: 'Cantina', name: 'Cantina di prova' } });
    if (path === '/posts.json' && method === 'GET') return latest(url, false, 'latest_posts');
    if (path === '/private-posts.json') return latest(url, true, 'private_posts');
    if (path === '/notifications.json')
      return json(200, { notifications: notifications.toReversed(), seen_notification_id: 0 });
    if (path === '/search.json') {
      const term = (url.searchParams.get('q') ?? '').replace(/\s*order:latest/, '').toLowerCase();
      // lib/search.rb: min_search_term_length 3.
      if (term.length < 3) return refuse(400, 'invalid_parameters', 'Your search term is too short.');
      const found = posts
        .filter((one) => !one.isDeleted && one.raw.toLowerCase().includes(term))
        .toReversed();
      return json(200, {
        posts: found.map(({ id, topic_id, post_number, raw, username }) => ({
          ...{ id, topic_id, post_number, username, blurb: raw.slice(0, 20) },
        })),
      });
    }
    if (path === '/posts.json' && method === 'POST') return createPost(JSON.parse(request.body) as never);
    if (path === '/uploads.json' && method === 'POST') {
      const isWhole = /name="type"/.test(request.body) && /name="file"; filename=/.test(request.body);
      return isWhole
        ? json(200, { id: 1, short_url: 'upload://qUm0DGR49PAZshIi7HxMd3cAlzn.png' })
        : refuse(422, 'invalid', 'file is missing');
    }
    const external = /^\/t\/external_id\/([\w-]{1,50})\.json$/.exec(path)?.[1];
    if (external !== undefined) {
      const topic = externalIds.get(external);
      // topics_controller.rb, `show_by_external_id`: redirects to the topic.
      return topic === undefined
        ? notFound()
        : { status: 301, headers: { location: `${origin}/t/argomento/${topic}.json` } };
    }
    const topic = /^\/t\/(\d+)\.json$/.exec(path)?.[1];
    if (topic !== undefined) {
      const stream = posts
        .filter((one) => one.topic_id === Number(topic) && !one.isDeleted)
        .map(({ id }) => id);
      return stream.length === 0
        ? notFound()
        : json(200, { id: Number(topic), post_stream: { posts: [], stream } });
    }
    const numbered = /^\/posts\/by_number\/(\d+)\/(\d+)\.json$/.exec(path);
    const byId = /^\/posts\/(\d+)\.json$/.exec(path)?.[1];
    const post = posts.find((one) =>
      numbered
        ? one.topic_id === Number(numbered[1]) && one.post_number === Number(numbered[2])
        : one.id === Number(byId),
    );
    if (!post || post.isDeleted) return notFound();
    if (method !== 'DELETE') return json(200, show(post));
    if (post.username !== 'cantina')
      return refuse(403, 'invalid_access', 'You are not permitted to do that.');
    post.isDeleted = true;
    return { status: 200 };
  };

  const server = await serveVendor((request) => {
    const answer = answerTo(request);
    const isPosting = request.method === 'POST' && request.url.pathname === '/posts.json';
    return isPosting && behaviour.cutsAfterPosting ? { status: 502, body: 'Bad Gateway' } : answer;
  });
  origin = server.origin;

  return {
    origin,
    apiKey,
    posts,
    asked,
    say,
    show,
    notify: (type: number, post: ForumPost, by: string): void => {
      notifications.push({
        ...{ id: 5_000 + notifications.length, user_id: 9, notification_type: type, read: false },
        ...{ created_at: new Date().toISOString(), topic_id: post.topic_id, post_number: post.post_number },
        data: { original_username: by, display_username: by },
      });
    },
    /** What an admin's webhook sends (emit_web_hook_event.rb, `build_webhook_headers`). */
    bring: (
      address: string,
      secret: string,
      type: string,
      event: string,
      payload: unknown,
    ): Promise<Response> => {
      const body = JSON.stringify(type === 'ping' ? { ping: 'OK' } : { [type]: payload });
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      return fetch(address, {
        method: 'POST',
        body,
        headers: {
          ...{
            'content-type': 'application/json',
            'x-discourse-instance': origin,
            'x-discourse-event-id': '1',
          },
          ...{ 'x-discourse-event-type': type, 'x-discourse-event': event },
          'x-discourse-event-signature': `sha256=${signature}`,
        },
      });
    },
    change: (change: Partial<Behaviour>): void => {
      behaviour = { ...behaviour, ...change };
    },
    close: server.close,
  };
};
export type DiscourseServer = Awaited<ReturnType<typeof startDiscourseServer>>;
