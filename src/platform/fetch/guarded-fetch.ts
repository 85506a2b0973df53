import type { LookupFunction } from 'node:net';
import { WebSocket } from 'undici';
import { err, ok, type Result } from '../result.ts';
import { type ByteBudget, createByteBudget } from './byte-budget.ts';
import { createCompatibleFetch } from './compatible-fetch.ts';
import { startDeadline } from './deadline.ts';
import type { Door } from './door.ts';
import { exchange } from './exchange.ts';
import { createGuardedAgent } from './guarded-agent.ts';
import {
  createGuardedLookup,
  type ResolvedAddress,
  type Resolver,
  resolveGuarded,
  systemResolver,
} from './guarded-lookup.ts';
import { defaultLimits, type FetchLimits } from './limits.ts';
import { type FetchProblem, problemOf } from './problem.ts';
import { createAddressPolicy } from './public-address.ts';
import { readBody } from './read-body.ts';
import { createResponse, type FetchResponse } from './response.ts';
import { readTarget } from './target.ts';
import { type OutgoingBody, writeBody } from './write-body.ts';

export interface GuardedFetchSettings {
  /** Literal addresses (no names, no ranges) that may be reached although not public: a server in the same house, test peers. */
  readonly allowPrivateAddresses: readonly string[];
  /** Names us and gives a page about us, as operators of other people's servers expect. */
  readonly userAgent: string;
  readonly limits?: Partial<FetchLimits>;
  /** Default: the system's resolver. */
  readonly resolve?: Resolver;
  readonly log?: { warn(fields: object, message: string): void };
}

export interface FetchOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: OutgoingBody;
  /** `manual` hands back the redirect itself. Default: follow. */
  readonly redirect?: 'follow' | 'manual';
  /** Narrower (or wider) than the settings' for this request. Bytes, milliseconds. */
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** The one door for everything that leaves this house. */
export interface GuardedFetch {
  request(url: string | URL, options?: FetchOptions): Promise<Result<FetchResponse, FetchProblem>>;
  /** For libraries that take a `fetch`: same guard and caps; throws `FetchRefusal`, a TypeError as fetch's own. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * For libraries on bare sockets: a `dns.lookup` that answers with reachable addresses only. Sockets skip the
   * lookup when the host is a literal address: such a library needs `checkHost` first.
   */
  readonly socketGuard: { readonly lookup: LookupFunction };
  /** Judges a host and pins it: connect to `address`, keeping the name for TLS (`servername`). */
  checkHost(host: string): Promise<Result<ResolvedAddress, FetchProblem>>;
  /** A WHATWG WebSocket (ws, wss) through the same guard, messages capped as bodies; throws `FetchRefusal` on a bad URL. */
  openWebSocket(url: string | URL, options?: WebSocketOptions): WebSocket;
  /** Large answers read inside count as in memory until the work is done: for who keeps them longer than the reading. */
  keeping<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Closes idle connections; what is under way is dropped. */
  close(): Promise<void>;
}

export interface WebSocketOptions {
  readonly protocols?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Of each body, whatever others hold. */
const FREE_BYTES = 256 * 1024;

export const createGuardedFetch = (settings: GuardedFetchSettings): GuardedFetch => {
  const limits = { ...defaultLimits, ...settings.limits };
  const policy = createAddressPolicy(settings.allowPrivateAddresses);
  const resolve = settings.resolve ?? systemResolver;
  const dispatcher = createGuardedAgent(policy, resolve, limits);
  const door = { policy, dispatcher, limits, userAgent: settings.userAgent };
  const budget = createByteBudget(limits.maxBytesAtOnce, FREE_BYTES);

  const request: GuardedFetch['request'] = async (url, options = {}) => {
    const { response, host } = await perform(door, budget, url, options);
    if (!response.ok) settings.log?.warn({ host, problem: response.error.kind }, 'outgoing request failed');
    return response;
  };

  return {
    request,
    fetch: createCompatibleFetch(door),
    socketGuard: { lookup: createGuardedLookup(policy, resolve) },
    checkHost: async (host) => {
      const timeout = expire(limits.connectTimeoutMs);
      const result = await Promise.race([resolveGuarded(host, policy, resolve), timeout.result]);
      timeout.clear();
      return result.ok ? ok(result.value[0]) : result;
    },
    openWebSocket: (url, { protocols = [], headers = {} } = {}) =>
      new WebSocket(readTarget(url, policy, ['ws:', 'wss:']), {
        protocols: [...protocols],
        dispatcher,
        headers: { 'user-agent': settings.userAgent, ...headers },
      }),
    keeping: budget.scope,
    close: () => dispatcher.destroy(),
  };
};

const perform = async (
  { policy, dispatcher, limits, userAgent }: Door,
  budget: ByteBudget,
  address: string | URL,
  options: FetchOptions,
): Promise<{ readonly response: Result<FetchResponse, FetchProblem>; readonly host: string }> => {
  const host = URL.parse(String(address))?.hostname ?? '';
  const deadline = startDeadline(options.timeoutMs ?? limits.totalTimeoutMs, options.signal);
  try {
    const url = readTarget(address, policy);
    const { bytes, contentType } = await writeBody(options.body);
    const own = { 'user-agent': userAgent, ...(contentType ? { 'content-type': contentType } : {}) };
    const headers = new Headers({ ...own, ...lowerCaseKeys(options.headers ?? {}) });
    const { response, ...rest } = await exchange(
      { url, method: (options.method ?? 'GET').toUpperCase(), headers, body: bytes },
      { dispatcher, policy, limits, redirect: options.redirect ?? 'follow', signal: deadline.signal },
    );
    const body = await readBody(response, options.maxBytes ?? limits.maxBytes, {
      budget,
      signal: deadline.signal,
    });
    const head = { status: response.status, headers: new Headers([...response.headers]) };
    return {
      host,
      response: ok(createResponse({ ...head, url: rest.url.href, redirects: rest.redirects }, body)),
    };
  } catch (error) {
    return { host, response: err(problemOf(error, host, limits.maxHeaderBytes)) };
  } finally {
    deadline.clear();
  }
};

const lowerCaseKeys = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const expire = (milliseconds: number) => {
  let timer: NodeJS.Timeout | undefined;
  const result = new Promise<Result<never, FetchProblem>>((settle) => {
    timer = setTimeout(() => settle(err({ kind: 'timeout', stage: 'connect' })), milliseconds);
  });
  return { result, clear: () => clearTimeout(timer) };
};
