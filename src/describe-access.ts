import { scopeOf } from './key-scopes.ts';
import { scopeWords } from './people/index.ts';

type Operation = { security?: unknown; description?: string; responses?: Record<string, unknown> };
type Document = {
  readonly paths?: Readonly<Record<string, object>> | undefined;
  readonly components?: object | undefined;
};

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);
const HOME = '/api/workspaces/{workspaceId}';
/** What anybody may ask. */
const OPEN =
  /^\/(health|registro\/|api\/(installation|set-up|invitations\/\{secret\}|channels|notices\/|connections\/oauth))/;

/** The OpenAPI document with who may ask what: a person's session, or a key with the scope that the operation names. PURE. */
export const describeAccess = (document: Document): object => ({
  ...document,
  components: {
    ...document.components,
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'passaparola.session_token' },
      key: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'pp_…',
        description: `A key made in the settings. Its scopes: ${Object.entries(scopeWords)
          .map(([scope, { en }]) => `${scope} (${en})`)
          .join('; ')}.`,
      },
    },
  },
  paths: Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations ?? {}).map(([method, operation]) => [
          method,
          METHODS.has(method) ? withAccess(path, method, operation as Operation) : operation,
        ]),
      ),
    ]),
  ),
});

const withAccess = (path: string, method: string, operation: Operation): Operation => {
  if (OPEN.test(path)) return { ...operation, security: [] };
  if (path === '/api/key') return { ...operation, security: [{ key: [] }], responses: withLimit(operation) };
  const scope = path.startsWith(HOME) ? scopeOf(method.toUpperCase(), path) : null;
  if (!scope) return { ...operation, security: [{ session: [] }] };
  const said = `With a key: scope \`${scope}\`.`;
  return {
    ...operation,
    description: operation.description ? `${operation.description}\n\n${said}` : said,
    security: [{ session: [] }, { key: [scope] }],
    responses: withLimit(operation),
  };
};

const withLimit = ({ responses }: Operation) => ({
  ...responses,
  429: {
    description: 'Too many requests with this key: `Retry-After` says in how many seconds to come back',
  },
});
