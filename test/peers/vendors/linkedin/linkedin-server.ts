import type { Clock } from '../../../../src/platform/clock.ts';
import { type Answer, type Asked, createAuthorizationServer, json } from '../authorization-server.ts';
import { serveVendor } from '../serve.ts';

const SCOPE = 'r_dma_admin_pages_content';
export const OUR_PAGE = '5515715';
const PAGE_URN = `urn:li:organization:${OUR_PAGE}`;
/** Versions that are answered; others are `NONEXISTENT_VERSION` (learn.microsoft.com/linkedin/marketing/versioning). */
const ACTIVE_VERSIONS = ['202511', '202602', '202604'];

type Comment = {
  readonly urn: string;
  readonly post: string;
  readonly actor?: string;
  text: string;
  readonly at: number;
  changedAt: number;
  /** Its author does not let owners of pages export what they do (linkedin.com/help/linkedin/answer/a1640638): fields are left out. */
  readonly isPrivate?: boolean;
};

/**
 * Pages Data Portability as far as it is documented in what could be read on 2026-11-22:
 * - learn.microsoft.com/linkedin/dma/pages-data-portability-overview: the scope, three-legged, what it covers;
 * - learn.microsoft.com/linkedin/dma/content/posts: `/rest/dmaPosts`, BATCH_GET only, urns of share, ugcPost and groupPost, 403 for others' posts;
 * - the endpoint list of version 202604: finders `postsByAuthor` and `commentsOnEntity` of `/rest/dmaFeedContentsExternal`, BATCH_GET of
 *   `/rest/dmaComments`, `/rest/dmaPeople`, `/rest/dmaOrganizations`, finder `roleAssignee` of `/rest/dmaOrganizationAcls`;
 * - learn.microsoft.com/linkedin/marketing/community-management/shares/comments-api: the fields of a comment.
 * NOT VERIFIED, since its page could not be read: that `/rest/dmaComments` has these very fields, and the names in the finder's members.
 */
export const startLinkedin = async (clock: Clock, redirectUri: string) => {
  const posts = new Map<string, { readonly urn: string; text: string; readonly at: number }>();
  const comments = new Map<string, Comment>();
  const people = new Map([['urn:li:person:anna', { first: 'Anna', last: 'Sole' }]]);
  let pages: readonly string[] = [OUR_PAGE];
  const asked: string[] = [];
  let next = 7_000_000;
  let pageSize = 50;
  let fault: ((asked: Asked) => Answer | undefined) | undefined;
  const account = createAuthorizationServer(
    {
      clientId: '78bwprova6gz6t',
      clientSecret: 'WPL_AP1.prova',
      redirectUris: [redirectUri],
      scopes: [SCOPE],
      authorizePath: '/oauth/v2/authorization',
      tokenPath: '/oauth/v2/accessToken',
      clientAuthentication: 'post',
      // authorization-code-flow: `code_challenge` belongs to the flow of native clients, at another address.
      pkce: 'refused',
      scopeSeparator: ',',
      // "The value of this field is … expected to be 60 days"; refresh tokens hold 365 days and are the same after a refresh.
      accessSeconds: 60 * 24 * 3_600,
      refreshSeconds: 365 * 24 * 3_600,
      rotates: false,
    },
    clock,
  );

  const failure = (status: number, code: string, message = code): Answer =>
    json(status, { status, code, message, serviceErrorCode: 100 });

  /** A list in Rest.li 2.0: `List(a,b)`, members percent-encoded; what is not encoded cannot be read. */
  const listOf = (url: URL): readonly string[] | undefined => {
    const raw = /[?&]ids=List\(([^)]*)\)(?:&|$)/.exec(url.search)?.[1];
    return raw === undefined ? undefined : raw.split(',').map(decodeURIComponent);
  };

  const batch = (url: URL, read: (id: string) => object | number): Answer => {
    const ids = listOf(url);
    if (!ids?.length) return failure(400, 'ILLEGAL_ARGUMENT', "Query parameter 'ids' is invalid");
    const found = ids.map((id) => [id, read(id)] as const);
    return json(200, {
      results: Object.fromEntries(found.filter(([, one]) => typeof one === 'object')),
      statuses: Object.fromEntries(found.map(([id, one]) => [id, typeof one === 'object' ? 200 : one])),
      errors: Object.fromEntries(
        found
          .filter(([, one]) => typeof one === 'number')
          .map(([id, status]) => [id, { status, message: 'refused' }]),
      ),
    });
  };

  const commentOf = (urn: string): object | number => {
    const comment = comments.get(urn);
    if (!comment) return 404;
    const { actor, at, changedAt, text, post, isPrivate } = comment;
    const hidden = isPrivate === true;
    return {
      id: urn.slice(urn.lastIndexOf(',') + 1, -1),
      object: post,
      created: { ...(hidden || !actor ? {} : { actor }), time: at },
      lastModified: { ...(hidden || !actor ? {} : { actor }), time: changedAt },
      ...(hidden || !actor ? {} : { actor }),
      ...(hidden ? {} : { message: { attributes: [], text } }),
    };
  };

  const find = (url: URL): Answer => {
    const query = url.searchParams;
    const size = Math.min(pageSize, Number(query.get('maxPaginationCount') ?? 10));
    const from = Number(query.get('paginationCursor')?.replace('segno-', '') ?? 0);
    const paged = (urns: readonly string[]): Answer => {
      const isMore = from + size < urns.length;
      return json(200, {
        elements: urns.slice(from, from + size).map((id) => ({ id })),
        paging: { start: 0, count: size, links: [] },
        metadata: isMore ? { nextPaginationCursor: `segno-${from + size}` } : {},
      });
    };
    switch (query.get('q')) {
      case 'postsByAuthor':
        if (query.get('author') !== PAGE_URN) return failure(403, 'ACCESS_DENIED');
        return paged([...posts.values()].sort((one, other) => other.at - one.at).map(({ urn }) => urn));
      case 'commentsOnEntity': {
        const post = query.get('entity') ?? '';
        if (!posts.has(post)) return failure(404, 'NOT_FOUND');
        return paged([...comments.values()].filter((one) => one.post === post).map(({ urn }) => urn));
      }
      default:
        return failure(400, 'ILLEGAL_ARGUMENT', 'no such finder');
    }
  };

  const routes: Readonly<Record<string, (url: URL) => Answer>> = {
    '/rest/dmaFeedContentsExternal': find,
    '/rest/dmaComments': (url) => batch(url, commentOf),
    '/rest/dmaPosts': (url) =>
      batch(url, (urn) => {
        const post = posts.get(urn);
        if (!post) return 404;
        const { at, text } = post;
        return {
          id: urn,
          author: PAGE_URN,
          commentary: text,
          createdAt: at,
          publishedAt: at,
          lastModifiedAt: at,
          lifecycleState: 'PUBLISHED',
        };
      }),
    '/rest/dmaPeople': (url) =>
      batch(url, (urn) => {
        const person = people.get(urn);
        return person
          ? { localizedFirstName: person.first, localizedLastName: person.last, headline: 'Sommelier' }
          : 403;
      }),
    '/rest/dmaOrganizations': (url) =>
      batch(url, (id) =>
        id === OUR_PAGE
          ? { id: Number(id), localizedName: 'Cantina Boschetto', vanityName: 'cantina-boschetto' }
          : 404,
      ),
    '/rest/dmaOrganizationAcls': (url) => {
      if (url.searchParams.get('q') !== 'roleAssignee') return failure(400, 'ILLEGAL_ARGUMENT');
      const role = /\(value:(\w+)\)/.exec(url.searchParams.get('role') ?? '')?.[1];
      return json(200, {
        elements:
          role === 'ADMINISTRATOR'
            ? pages.map((page) => ({
                key: {
                  organization: `urn:li:organization:${page}`,
                  roleAssignee: 'urn:li:person:marta',
                  role,
                },
                role,
                state: 'APPROVED',
              }))
            : [],
        paging: { start: 0, count: 100, links: [] },
      });
    },
  };

  const answer = (request: Asked): Answer => {
    const signIn = account.handle(request);
    if (signIn) return signIn;
    const { url, method, headers } = request;
    asked.push(`${url.pathname}${url.search}`);
    const judged = account.judge(headers.authorization, SCOPE);
    // learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling: 401 for tokens, 403 for what they do not cover.
    if (judged === 'refused')
      return failure(401, 'EXPIRED_ACCESS_TOKEN', 'The token used in the request has expired');
    if (judged === 'no-scope') return failure(403, 'ACCESS_DENIED', 'Not enough permissions');
    const version = headers['linkedin-version'];
    if (!version) return failure(400, 'VERSION_MISSING', 'A version must be present.');
    if (!ACTIVE_VERSIONS.includes(version))
      return failure(426, 'NONEXISTENT_VERSION', `Requested version ${version} is not active`);
    if (headers['x-restli-protocol-version'] !== '2.0.0') return failure(400, 'PROTOCOL_VERSION');
    const failed = fault?.(request);
    if (failed) return failed;
    const route = method === 'GET' ? routes[url.pathname] : undefined;
    return route ? route(url) : failure(404, 'RESOURCE_NOT_FOUND');
  };

  const id = () => {
    next += 1;
    return `${next}`;
  };
  const served = await serveVendor(answer);
  return {
    ...served,
    account,
    posts,
    comments,
    asked,
    post: (text: string): string => {
      const urn = `urn:li:share:${id()}`;
      posts.set(urn, { urn, text, at: clock.now().getTime() + next - 7_000_000 });
      return urn;
    },
    comment: (post: string, text: string, more: Partial<Comment> = {}): string => {
      const number = id();
      const urn = `urn:li:comment:(${post},${number})`;
      const at = clock.now().getTime() + Number(number) - 7_000_000;
      comments.set(urn, { urn, post, actor: 'urn:li:person:anna', text, at, changedAt: at, ...more });
      return urn;
    },
    setPages: (next: readonly string[]): void => {
      pages = next;
    },
    setPageSize: (size: number): void => {
      pageSize = size;
    },
    /** Looked at before each answer of the API; undefined lets it through. */
    setFault: (next: typeof fault): void => {
      fault = next;
    },
  };
};
export type LinkedinVendor = Awaited<ReturnType<typeof startLinkedin>>;
