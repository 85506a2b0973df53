import type { Response as UndiciResponse } from 'undici';
import { startDeadline } from './deadline.ts';
import type { Door } from './door.ts';
import { exchange } from './exchange.ts';
import { FetchRefusal, problemOf } from './problem.ts';
import { cappedBody } from './read-body.ts';
import { readTarget } from './target.ts';
import type { WrittenBody } from './write-body.ts';

/**
 * A stand-in for the global fetch, for libraries that accept one: same signature, the platform's own Request and
 * Response, our guard and caps. The total time includes the reading of the body. Throws `FetchRefusal`, or what
 * the caller's own signal was aborted with.
 */
export const createCompatibleFetch =
  ({ policy, dispatcher, limits, userAgent }: Door): typeof globalThis.fetch =>
  async (input, init) => {
    const host = URL.parse(input instanceof Request ? input.url : String(input))?.hostname ?? '';
    const caller = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const deadline = startDeadline(limits.totalTimeoutMs, caller);
    const refuse = (error: unknown) => {
      deadline.clear();
      if (caller?.aborted) return caller.reason;
      return new FetchRefusal(problemOf(error, host, limits.maxHeaderBytes), { cause: error });
    };
    try {
      const request = await readRequest(input, init);
      if (!request.headers.has('user-agent')) request.headers.set('user-agent', userAgent);
      const { response, url, redirects } = await exchange(
        { ...request, url: readTarget(request.url, policy) },
        { dispatcher, policy, limits, redirect: request.redirect, signal: deadline.signal },
      );
      return asPlatformResponse(
        response,
        url.href,
        redirects.length > 0,
        limits.maxBytes,
        deadline.clear,
        refuse,
      );
    } catch (error) {
      throw refuse(error);
    }
  };

type Input = Parameters<typeof globalThis.fetch>[0];
type Init = Parameters<typeof globalThis.fetch>[1];

/** Reads through the platform's own Request, which knows every shape of input; streams are read to be sent again. */
const readRequest = async (input: Input, init: Init) => {
  const isPlainBody = typeof init?.body === 'string' || init?.body instanceof Uint8Array;
  // Our own signal is attached later: Request would otherwise hold a listener on the caller's for ever.
  const { signal: _signal, ...rest } = init ?? {};
  const request = new Request(input, isPlainBody || !init?.body ? rest : { duplex: 'half', ...rest });
  const body: WrittenBody['bytes'] = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined;
  return {
    url: request.url,
    method: request.method,
    headers: new Headers(request.headers),
    body,
    redirect: request.redirect,
  };
};

const bodiless = new Set([101, 103, 204, 205, 304]);

const asPlatformResponse = (
  response: UndiciResponse,
  url: string,
  redirected: boolean,
  maxBytes: number,
  onEnd: () => void,
  refuse: (error: unknown) => unknown,
): Response => {
  const { status, statusText } = response;
  const hasBody = response.body !== null && !bodiless.has(status);
  if (!hasBody) onEnd();
  const body = hasBody ? streamOf(response, maxBytes, onEnd, refuse) : null;
  const platform = new Response(body, { status, statusText, headers: [...response.headers] });
  Object.defineProperty(platform, 'url', { value: url });
  Object.defineProperty(platform, 'redirected', { value: redirected });
  return platform;
};

const streamOf = (
  response: UndiciResponse,
  maxBytes: number,
  onEnd: () => void,
  refuse: (error: unknown) => unknown,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const chunks = response.body ? cappedBody(response, response.body, maxBytes) : undefined;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      try {
        const next = await chunks?.next();
        if (next?.value) return controller.enqueue(next.value);
        onEnd();
        controller.close();
      } catch (error) {
        controller.error(refuse(error));
      }
    },
    cancel: async () => {
      onEnd();
      await chunks?.return(undefined);
    },
  });
};
