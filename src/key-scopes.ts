import type { Scope } from './people/index.ts';

/**
 * Which scope a key needs for each address of the API, room by room: read and write apart. What is not here is done by people who are
 * signed in, never by a key; so is every new address until somebody has thought about it. The longest beginning decides.
 */
const rows: readonly (readonly [methods: string, path: string, scope: Scope])[] = [
  ['GET', '', 'threads:read'],
  ['GET', '/members', 'members:read'],
  ['GET', '/mentions', 'mentions:read'],
  ['GET', '/search', 'mentions:read'],
  ['GET', '/timeline', 'mentions:read'],
  ['GET', '/watches', 'mentions:read'],
  ['POST', '/by-hand', 'mentions:add'],
  ['GET', '/threads', 'threads:read'],
  ['GET', '/today', 'threads:read'],
  ['GET', '/labels', 'threads:read'],
  ['GET', '/teams', 'threads:read'],
  ['GET', '/snippets', 'threads:read'],
  ['GET', '/desk-figures', 'threads:read'],
  ['GET', '/saved-views', 'threads:read'],
  ['GET', '/desk-settings', 'threads:read'],
  ['GET', '/approvals', 'threads:read'],
  ['GET', '/conversations-of-same', 'threads:read'],
  ['GET', '/bulk', 'threads:read'],
  ['PATCH', '/threads', 'threads:organise'],
  ['POST', '/bulk', 'threads:organise'],
  ['POST', '/threads/{threadId}/merge', 'threads:organise'],
  ['POST', '/threads/{threadId}/split', 'threads:organise'],
  ['POST', '/arrangements', 'threads:organise'],
  ['PUT DELETE', '/threads/{threadId}/following', 'threads:organise'],
  ['POST', '/threads/{threadId}/notes', 'notes:write'],
  ['DELETE', '/notes/{noteId}', 'notes:write'],
  ['PUT DELETE', '/threads/{threadId}/draft', 'replies:draft'],
  ['POST', '/threads/{threadId}/replies/preview', 'replies:draft'],
  ['POST', '/threads/{threadId}/replies/checks', 'replies:draft'],
  ['POST', '/threads/{threadId}/replies', 'replies:send'],
  ['POST', '/replies/{replyId}', 'replies:send'],
  ['GET', '/threads/{threadId}/case', 'cases:read'],
  ['GET', '/threads/{threadId}/afterwards', 'askings:read'],
  ['GET', '/afterwards', 'askings:read'],
  ['GET', '/contacts', 'people:read'],
  ['GET', '/fields', 'people:read'],
  ['GET', '/relations/overview', 'people:read'],
  ['GET', '/relations/today', 'people:read'],
  ['POST PATCH', '/contacts', 'people:write'],
  ['GET', '/cases', 'cases:read'],
  ['GET', '/causes', 'cases:read'],
  ['GET', '/improvements', 'cases:read'],
  ['GET', '/care/figures', 'cases:read'],
  ['POST', '/cases', 'cases:write'],
  ['GET', '/alerts', 'alerts:read'],
];

const HOME = '/api/workspaces/{workspaceId}';

type Rule = { readonly methods: readonly string[]; readonly parts: readonly string[]; readonly scope: Scope };

const rules: readonly Rule[] = rows
  .map(([methods, path, scope]) => ({
    methods: methods.split(' '),
    parts: (HOME + path).split('/'),
    scope,
  }))
  .sort((left, right) => right.parts.length - left.parts.length);

/**
 * The scope that a request needs, by its path or by a route's pattern; null when no key may send it. PURE.
 * The company itself is only what is exactly there: a new room beside it is closed.
 */
export const scopeOf = (method: string, path: string): Scope | null => {
  const asked = path.replace(/\/$/, '').split('/');
  const asksFor = method === 'HEAD' ? 'GET' : method;
  const found = rules.find(
    ({ methods, parts }) =>
      methods.includes(asksFor) &&
      (parts.length === HOME_PARTS ? asked.length === HOME_PARTS : asked.length >= parts.length) &&
      parts.every((part, index) => part.startsWith('{') || part === asked[index]),
  );
  return found?.scope ?? null;
};

const HOME_PARTS = HOME.split('/').length;
