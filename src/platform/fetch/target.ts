import net from 'node:net';
import { FetchRefusal } from './problem.ts';
import { type AddressPolicy, bareHost } from './public-address.ts';
import type { WrittenBody } from './write-body.ts';

const requestSchemes = ['http:', 'https:'];
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Reads where a request is to go; throws `FetchRefusal`. Literal addresses are judged at once, names at connect. */
export const readTarget = (
  url: string | URL,
  policy: AddressPolicy,
  schemes: readonly string[] = requestSchemes,
): URL => {
  const target = URL.parse(String(url));
  if (!target) throw new FetchRefusal({ kind: 'bad-url', reason: 'malformed' });
  if (!schemes.includes(target.protocol)) throw new FetchRefusal({ kind: 'bad-url', reason: 'scheme' });
  if (target.username || target.password) throw new FetchRefusal({ kind: 'bad-url', reason: 'credentials' });
  const host = bareHost(target.hostname);
  if (net.isIP(host) && !policy.mayReach(host)) {
    throw new FetchRefusal({ kind: 'blocked-address', host, address: host });
  }
  return target;
};

export interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: WrittenBody['bytes'];
}

/**
 * The request that follows a redirect (Fetch standard, "HTTP-redirect fetch"), stricter in two ways: https never
 * falls back to http, and neither headers that may identify us nor a body go to another origin.
 * Undefined when the answer is not a redirect; throws `FetchRefusal` when it must not be followed.
 */
export const nextHop = (
  sent: Outgoing,
  status: number,
  location: string | null,
  policy: AddressPolicy,
): Outgoing | undefined => {
  if (!redirectStatuses.has(status) || location === null) return undefined;
  const resolved = URL.parse(location, sent.url.href);
  if (!resolved) throw new FetchRefusal({ kind: 'bad-url', reason: 'malformed' });
  const url = readTarget(resolved, policy);
  if (
    sent.url.protocol === 'https:' &&
    url.protocol === 'http:' &&
    !policy.isListed(bareHost(url.hostname))
  ) {
    throw new FetchRefusal({ kind: 'bad-url', reason: 'downgrade' });
  }
  const isRewritten = status === 303 ? sent.method !== 'HEAD' : status < 303 && sent.method === 'POST';
  const body = isRewritten ? undefined : sent.body;
  const isSameOrigin = url.origin === sent.url.origin;
  if (body !== undefined && !isSameOrigin && !isSameSite(sent.url, url)) {
    throw new FetchRefusal({ kind: 'bad-url', reason: 'body-elsewhere' });
  }
  const headers = headersForHop(sent.headers, isSameOrigin, body !== undefined);
  return { url, method: isRewritten ? 'GET' : sent.method, headers, body };
};

/** Harmless anywhere. An open list of secrets (x-api-key, signature, dpop ...) cannot be complete; this one can. */
const harmlessHeaders = ['accept', 'accept-language', 'user-agent', 'if-none-match', 'if-modified-since'];
const bodyHeaders = ['content-type', 'content-encoding', 'content-language'];

const headersForHop = (sent: Headers, isSameOrigin: boolean, hasBody: boolean): Headers => {
  const kept = [...sent].filter(([name]) => {
    if (bodyHeaders.includes(name)) return hasBody;
    return name !== 'content-length' && (isSameOrigin || harmlessHeaders.includes(name));
  });
  return new Headers(kept);
};

/** `http://shop.it` to `https://www.shop.it` is the same house putting its door right. */
const isSameSite = (from: URL, to: URL): boolean =>
  from.hostname.replace(/^www\./, '') === to.hostname.replace(/^www\./, '') && from.port === to.port;
