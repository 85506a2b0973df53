import { forgetEarly, takeEarly } from './early.ts';
import { currentLanguage } from './language.tsx';
import { problemOf } from './problems.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Every request goes out in the person's language and with the session's cookie. */
export const send = (path: string, init: RequestInit = {}): Promise<Response> => {
  const isQuestion = (init.method ?? 'GET') === 'GET';
  const early = isQuestion ? takeEarly(path) : forgetEarly();
  if (early) return early;
  const headers = new Headers(init.headers);
  headers.set('accept-language', currentLanguage());
  return fetch(path, { ...init, headers, credentials: 'same-origin' });
};

/**
 * One call to our server. Resolves with the JSON body (`undefined` when there is none); rejects with
 * `ApiProblem` when the server says no, with `TypeError` when it cannot be reached.
 */
export const call = async <T>(method: Method, path: string, body?: unknown, signal?: AbortSignal) => {
  const response = await send(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
};

/** `?a=1&b=2`, leaving out what is undefined, null or empty. */
export const query = (parameters: Readonly<Record<string, string | number | boolean | null | undefined>>) => {
  const given = Object.entries(parameters).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? '' : `?${search}`;
};

/** The address of a workspace's resources: `inWorkspace(id, 'threads', threadId)`. */
export const inWorkspace = (workspaceId: string, ...parts: readonly string[]): string =>
  ['/api/workspaces', workspaceId, ...parts]
    .map((part, i) => (i ? encodeURIComponent(part) : part))
    .join('/');
