import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ServedSocket, serveWebSockets } from './web-socket-server.ts';

type Entity = Readonly<Record<string, unknown>>;

/**
 * SIMULATED, written from Mastodon's documentation (docs.joinmastodon.org, methods streaming, statuses, notifications, instance,
 * as of 4.5), for what snac does not have: streaming over WebSocket, idempotency keys, deletion, `/api/v2/instance`, rate
 * limit headers. It refuses what the documentation does not allow. It proves that we follow the documents, not that Mastodon does.
 */
export interface DocumentedInstance {
  readonly url: string;
  readonly token: string;
  /** Everything asked, "METHOD /path". */
  readonly asked: string[];
  /** What is listened to now, such as "user" or "hashtag:vino". */
  readonly subscriptions: ReadonlySet<string>;
  readonly statuses: Map<string, Entity>;
  readonly notifications: Entity[];
  /** A status as this instance would give it. */
  status(id: string, by: 'cantina' | 'anna', changes?: Entity): Entity;
  emit(stream: readonly string[], event: string, payload: unknown): void;
  cutStreams(): void;
  setRemaining(calls: number): void;
  stop(): Promise<void>;
}

const token = 'gettone-di-prova';

export async function startDocumentedInstance(): Promise<DocumentedInstance> {
  const asked: string[] = [];
  const statuses = new Map<string, Entity>();
  const notifications: Entity[] = [];
  const byKey = new Map<string, Entity>();
  const sockets = new Set<ServedSocket>();
  const subscriptions = new Set<string>();
  let remaining = 300;
  const server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const domain = new URL(url).host;

  const account = (name: 'cantina' | 'anna') => {
    const origin = name === 'cantina' ? url : 'https://vigna.example';
    return {
      id: name === 'cantina' ? '1' : '2',
      username: name,
      acct: name === 'cantina' ? name : `${name}@vigna.example`,
      display_name: name === 'cantina' ? 'Cantina di prova' : 'Anna',
      url: `${origin}/@${name}`,
      uri: `${origin}/users/${name}`,
    };
  };
  const status: DocumentedInstance['status'] = (id, by, changes = {}) => ({
    id,
    uri: `${account(by).uri}/statuses/${id}`,
    url: `${account(by).url}/${id}`,
    created_at: new Date().toISOString(),
    edited_at: null,
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    spoiler_text: '',
    visibility: 'public',
    language: 'it',
    content: '<p>Ciao</p>',
    account: account(by),
    mentions: [],
    media_attachments: [],
    reblog: null,
    poll: null,
    card: null,
    ...changes,
  });

  const routes: Readonly<Record<string, (match: string, body: Entity, key: string) => unknown>> = {
    'GET /api/v2/instance': () => ({
      domain,
      version: '4.5.1',
      configuration: {
        urls: { streaming: url.replace('http', 'ws') },
        statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
        media_attachments: {
          supported_mime_types: ['image/png'],
          image_size_limit: 1000,
          description_limit: 1500,
        },
      },
    }),
    'GET /api/v1/accounts/verify_credentials': () => account('cantina'),
    'GET /api/v1/apps/verify_credentials': () => ({ name: 'Passaparola', scopes: ['read'] }),
    'GET /api/v1/notifications': () => notifications.toReversed(),
    'GET /api/v1/accounts/1/statuses': () =>
      [...statuses.values()].filter((one) => (one.account as Entity).id === '1').toReversed(),
    'GET /api/v1/timelines/home': () => [...statuses.values()].toReversed(),
    'GET /api/v1/statuses/:id': (id) => statuses.get(id),
    'GET /api/v1/statuses/:id/context': (id) => {
      const ancestors: Entity[] = [];
      let next = statuses.get(String(statuses.get(id)?.in_reply_to_id));
      while (next) {
        ancestors.unshift(next);
        next = statuses.get(String(next.in_reply_to_id));
      }
      return { ancestors, descendants: [] };
    },
    'GET /api/v1/statuses/:id/source': (id) => statuses.get(id)?.source,
    'GET /api/v2/search': (query) => {
      const asked = new URLSearchParams(query).get('q');
      return {
        accounts: [],
        hashtags: [],
        statuses: [...statuses.values()].filter(({ uri }) => uri === asked),
      };
    },
    'DELETE /api/v1/statuses/:id': (id) => {
      const gone = statuses.get(id);
      statuses.delete(id);
      return gone;
    },
    'POST /api/v1/statuses': (_match, body, key) => {
      const known = byKey.get(key);
      if (known) return known;
      const id = String(9_000 + statuses.size);
      const text = String(body.status);
      const made = status(id, 'cantina', {
        content: `<p>${text}</p>`,
        visibility: body.visibility,
        spoiler_text: body.spoiler_text ?? '',
        in_reply_to_id: body.in_reply_to_id ?? null,
        source: { id, text, spoiler_text: body.spoiler_text ?? '' },
      });
      statuses.set(id, made);
      byKey.set(key, made);
      return made;
    },
  };

  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const { pathname, search } = new URL(request.url ?? '/', url);
    asked.push(`${request.method} ${pathname}`);
    if (pathname === '/api/v1/streaming/health') return void response.end('OK');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': new Date(Date.now() + 300_000).toISOString(),
    };
    const say = (code: number, body: unknown) => response.writeHead(code, headers).end(JSON.stringify(body));
    const isOpen = pathname === '/api/v2/instance';
    if (!isOpen && request.headers.authorization !== `Bearer ${token}`) {
      return void say(401, { error: 'The access token is invalid' });
    }
    const id = /^\/api\/v1\/statuses\/([^/]+)/.exec(pathname)?.[1] ?? '';
    const route = `${request.method} ${id ? pathname.replace(id, ':id') : pathname}`;
    const body = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString('utf8')) as Entity) : {};
    const key = String(request.headers['idempotency-key'] ?? '');
    const found = routes[route]?.(id || search, body, key);
    return void (found === undefined ? say(404, { error: 'Record not found' }) : say(200, found));
  };

  serveWebSockets(
    server,
    (socket) => {
      if (new URL(socket.path, url).pathname !== '/api/v1/streaming') return socket.close();
      sockets.add(socket);
      socket.onText((text) => {
        const { type, stream, tag } = JSON.parse(text) as Record<string, string>;
        const isKnown = stream === 'user' || (stream === 'hashtag' && tag);
        if (!isKnown) return socket.send(JSON.stringify({ error: 'Unknown stream type', status: 400 }));
        const name = tag ? `${stream}:${tag}` : String(stream);
        if (type === 'subscribe') subscriptions.add(name);
        if (type === 'unsubscribe') subscriptions.delete(name);
      });
    },
    (authorization) => authorization === `Bearer ${token}`,
  );

  return {
    url,
    token,
    asked,
    subscriptions,
    statuses,
    notifications,
    status,
    emit: (stream, event, payload) => {
      if (!subscriptions.has(stream.join(':'))) return;
      const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
      for (const socket of sockets) socket.send(JSON.stringify({ stream, event, payload: text }));
    },
    cutStreams: () => {
      for (const socket of sockets) socket.cut();
      sockets.clear();
      subscriptions.clear();
    },
    setRemaining: (calls) => {
      remaining = calls;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.cut();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
