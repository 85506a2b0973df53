import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../../../src/platform/clock.ts';
import type { Answer, Asked } from '../authorization-server.ts';
import { serveVendor } from '../serve.ts';
import { json } from './graph-answer.ts';
import { type GraphNode, GraphRefusal, parseFields, project } from './graph-fields.ts';
import { nodes } from './graph-rules.ts';
import { heldMedia } from './held-media.ts';
import { oauth } from './meta-oauth.ts';

export type Token = {
  readonly kind: 'user' | 'page' | 'system' | 'threads';
  readonly scopes: readonly string[];
  /** What `me` is. */
  readonly me: string;
  readonly userId: string;
  endsAt: number | undefined;
};

export type Call = {
  readonly method: string;
  readonly path: readonly string[];
  readonly params: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly token: Token;
};

export type Vendor = ReturnType<typeof createMeta>;

/** What answers writing calls; undefined for what it does not know. */
export type Writer = (vendor: Vendor, call: Call) => unknown;

/** Scopes that an edge asks for, by the "Permissions" section of its reference page. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'page.feed': ['pages_read_engagement', 'pages_read_user_content'],
  'page.tagged': ['pages_read_user_content'],
  'page.ratings': ['pages_read_user_content'],
  'page.conversations': ['pages_messaging'],
  'page.conversations:instagram': ['instagram_manage_messages'],
  'page.subscribed_apps': ['pages_manage_metadata'],
  'user.accounts': ['pages_show_list'],
  'ig-user.media': ['instagram_basic'],
  'ig-user.tags': ['instagram_manage_comments'],
  'ig-user.mentioned_comment': ['instagram_manage_comments'],
  'ig-user.mentioned_media': ['instagram_manage_comments'],
  'ig-media.comments': ['instagram_manage_comments'],
  'waba.subscribed_apps': ['whatsapp_business_management'],
  'waba.message_templates': ['whatsapp_business_management'],
  'threads-user.mentions': ['threads_manage_mentions'],
  'threads-user.replies': ['threads_read_replies'],
  'threads-post.conversation': ['threads_read_replies'],
  'threads-user.threads': ['threads_basic'],
};

/**
 * Graph of Facebook, Instagram, WhatsApp and Threads, simulated by its documentation and strict: versions, tokens and their ends,
 * `appsecret_proof`, permissions by edge, fields by node, paging by cursors, limits with their headers.
 */
export const createMeta = (clock: Clock) => {
  const app = { id: '123456789012345', secret: '0123456789abcdef0123456789abcdef' };
  const tokens = new Map<string, Token>();
  const codes = new Map<string, { redirectUri: string; scopes: readonly string[]; used: boolean }>();
  const objects = new Map<string, GraphNode>();
  const writers: Writer[] = [];
  const asked: string[] = [];
  const state = {
    redirectUris: [] as string[],
    unticked: [] as string[],
    /** https://developers.facebook.com/docs/graph-api/overview/rate-limiting#error-codes */
    throttled: undefined as { code: number; minutes: number } | undefined,
    usage: 12,
    /** The answer is lost on its way, once, after the work is done. */
    loseNext: false,
    next: 1_000,
  };
  const now = () => clock.now().getTime();
  const fresh = (prefix: string): string => `${prefix}${randomBytes(12).toString('hex')}`;
  const newId = (): string => {
    state.next += 1;
    return `9${state.next}`;
  };
  const put = <Node extends GraphNode>(node: Node): Node => {
    objects.set(String(node.id), node);
    return node;
  };
  const grant = (token: Token, prefix: string): string => {
    const text = fresh(prefix);
    tokens.set(text, token);
    return text;
  };

  const tokenOf = ({ headers }: Asked, params: URLSearchParams): Token => {
    const text = params.get('access_token') ?? headers.authorization?.replace(/^Bearer /, '');
    if (!text) throw new GraphRefusal(400, 104, 'An access token is required to request this resource.');
    const token = tokens.get(text);
    if (!token) throw new GraphRefusal(401, 190, `Malformed access token ${text}`);
    if (token.endsAt !== undefined && token.endsAt <= now())
      throw new GraphRefusal(401, 190, 'Error validating access token: Session has expired', 463);
    // https://developers.facebook.com/docs/facebook-login/security#proof : with "Require App Secret" on.
    if (token.kind !== 'threads' && token.kind !== 'user') {
      const proof = createHmac('sha256', app.secret).update(text).digest('hex');
      if (params.get('appsecret_proof') !== proof)
        throw new GraphRefusal(400, 100, 'Invalid appsecret_proof provided in the API argument');
    }
    return token;
  };

  const need = (token: Token, name: string): void => {
    const missing = (scopesOf[name] ?? []).filter((scope) => !token.scopes.includes(scope));
    if (missing.length > 0)
      throw new GraphRefusal(
        403,
        name.startsWith('threads') ? 10 : 200,
        `(#200) Requires ${missing.join(', ')} permission`,
      );
  };

  const find = (id: string, token: Token): GraphNode => {
    const node = objects.get(id === 'me' ? token.me : id);
    if (!node)
      throw new GraphRefusal(
        400,
        100,
        `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions`,
        33,
      );
    return node;
  };

  const mayRead =
    (token: Token) =>
    (type: string, field: string, argument: string): unknown => {
      need(token, `${type}.${field}`);
      if (!field.startsWith('mentioned_')) return undefined;
      const found = objects.get(argument);
      if (!found) throw new GraphRefusal(400, 100, 'The requested resource does not exist', 33);
      return found;
    };

  const edge = (call: Call, origin: string): unknown => {
    const [id = '', name = ''] = call.path;
    const node = find(id, call.token);
    const kind = nodes[node.type]?.[name];
    if (typeof kind !== 'object' || !('list' in kind))
      throw new GraphRefusal(400, 100, `(#100) Tried accessing nonexisting field (${name})`);
    const platform = call.params.get('platform');
    // Conversations of Instagram have a permission of their own.
    if (platform !== 'instagram') need(call.token, `${node.type}.${name}`);
    if (platform === 'instagram') need(call.token, `page.conversations:instagram`);
    const person = call.params.get('user_id');
    const status = call.params.get('status');
    const all = ((node[name] as GraphNode[] | undefined) ?? [])
      .filter((one) => (status ? one.status === status : true))
      .filter((one) => (platform ? (one.platform ?? 'messenger') === platform : true))
      .filter((one) => (person ? one.person === person : true));
    const limit = Number(call.params.get('limit') ?? 25);
    if (!(limit >= 1 && limit <= 100)) throw new GraphRefusal(400, 100, '(#100) limit must be at most 100');
    const after = call.params.get('after');
    const from = after ? Number(Buffer.from(after, 'base64url').toString('utf8')) : 0;
    const page = all.slice(from, from + limit);
    const end = Buffer.from(String(from + page.length)).toString('base64url');
    const fields = call.params.get('fields');
    const read = mayRead(call.token);
    const data = page.map((one) =>
      project({ ...one, type: kind.list }, fields ? parseFields(fields) : undefined, read),
    );
    const next = new URL(`${origin}/v25.0/${call.path.join('/')}`);
    next.search = call.params.toString();
    next.searchParams.set('after', end);
    const isMore = from + page.length < all.length;
    return { data, paging: { cursors: { before: '', after: end }, ...(isMore ? { next: next.href } : {}) } };
  };

  const read = (call: Call, origin: string): unknown => {
    if (call.path.length === 2) return edge(call, origin);
    const node = find(call.path[0] ?? '', call.token);
    const fields = call.params.get('fields');
    return project(node, fields ? parseFields(fields) : undefined, mayRead(call.token));
  };

  const vendor = {
    ...{
      app,
      clock,
      tokens,
      codes,
      objects,
      writers,
      asked,
      state,
      now,
      newId,
      put,
      grant,
      need,
      find,
      fresh,
    },
    answer: async (request: Asked): Promise<Answer> => {
      asked.push(`${request.method} ${request.url.pathname}`);
      const usage = JSON.stringify({ call_count: state.usage, total_time: 3, total_cputime: 2 });
      try {
        const special = oauth(vendor, request) ?? heldMedia(vendor, request);
        if (special) return special;
        const [version = '', ...path] = request.url.pathname.split('/').filter(Boolean);
        // https://developers.facebook.com/docs/graph-api/changelog/versions ; Threads has v1.0 of its own.
        if (!/^v2[2-6]\.0$/.test(version) && version !== 'v1.0')
          throw new GraphRefusal(400, 2635, '(#2635) You are calling a deprecated version of the API');
        const params = request.url.searchParams;
        const body = bodyOf(request);
        const call: Call = { method: request.method, path, params, body, token: tokenOf(request, params) };
        if (state.throttled) {
          const { code, minutes } = state.throttled;
          const use = { p1: [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: minutes }] };
          return json(
            code === 130429 ? 429 : 400,
            {
              error: {
                message: `(#${code}) Application request limit reached`,
                type: 'OAuthException',
                code,
              },
            },
            {
              'x-business-use-case-usage': JSON.stringify(use),
            },
          );
        }
        const written = writers.map((writer) => writer(vendor, call)).find((one) => one !== undefined);
        const said = written ?? (request.method === 'GET' ? read(call, request.url.origin) : undefined);
        if (said === undefined) throw new GraphRefusal(400, 100, 'Unsupported post request.', 33);
        if (state.loseNext && request.method === 'POST') {
          state.loseNext = false;
          return { status: 502, body: 'the answer was lost' };
        }
        return json(200, said, { 'x-app-usage': usage });
      } catch (error) {
        if (!(error instanceof GraphRefusal)) throw error;
        const { status, code, subcode, message } = error;
        return json(
          status,
          {
            error: {
              message,
              type: 'OAuthException',
              code,
              ...(subcode ? { error_subcode: subcode } : {}),
              fbtrace_id: 'A1b2',
            },
          },
          { 'x-app-usage': usage },
        );
      }
    },
  };
  return vendor;
};

const bodyOf = ({ headers, body }: Asked): Readonly<Record<string, unknown>> => {
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return JSON.parse(body) as Record<string, unknown>;
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body));
  if (type.startsWith('multipart/form-data')) return { multipart: body };
  return {};
};

export const startMeta = async (clock: Clock) => {
  const vendor = createMeta(clock);
  const server = await serveVendor(vendor.answer);
  return Object.assign(vendor, { origin: server.origin, stop: server.close });
};
export type RunningMeta = Awaited<ReturnType<typeof startMeta>>;
