import type { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { FetchProblem, FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';

/**
 * Why a call failed. `effect`: `none` is certainly not done and may be tried again; `refused` is not done and never
 * will be as it is; `unknown` may have been done.
 */
export type XrpcFailure = {
  readonly problem: ChannelProblem;
  /** The error's name in the protocol, such as `InvalidSwap` or `ExpiredToken`. */
  readonly error?: string;
  readonly effect: 'none' | 'refused' | 'unknown';
};

export type XrpcCall = {
  readonly nsid: string;
  readonly method: 'GET' | 'POST';
  readonly params?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  /** JSON, or bytes with their type. */
  readonly input?: object;
  readonly bytes?: { readonly body: Uint8Array<ArrayBuffer>; readonly mimeType: string };
  readonly token?: string;
};

export type XrpcAnswer<Output> = { readonly output: Output; readonly headers: Headers };

type Outside = { readonly http: GuardedFetch; readonly clock: Clock };

/** One XRPC call (https://atproto.com/specs/xrpc), its answer read by `schema`. */
export const callXrpc = async <Output>(
  { http, clock }: Outside,
  service: string,
  call: XrpcCall,
  schema: z.ZodType<Output>,
): Promise<Result<XrpcAnswer<Output>, XrpcFailure>> => {
  const body = call.bytes?.body ?? (call.input && JSON.stringify(call.input));
  const type = call.bytes?.mimeType ?? (call.input && 'application/json');
  const response = await http.request(addressOf(service, call), {
    method: call.method,
    headers: {
      accept: 'application/json',
      ...(type ? { 'content-type': type } : {}),
      ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  if (!response.ok) return err(failureOfFetch(response.error));
  return readAnswer(response.value, clock, schema);
};

const addressOf = (service: string, { nsid, params = {} }: XrpcCall): URL => {
  const url = new URL(`${service}/xrpc/${nsid}`);
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value ?? []].flat()) url.searchParams.append(name, String(one));
  }
  return url;
};

const readAnswer = <Output>(
  response: FetchResponse,
  clock: Clock,
  schema: z.ZodType<Output>,
): Result<XrpcAnswer<Output>, XrpcFailure> => {
  const json = response.json();
  if (response.status < 200 || response.status > 299) return err(failureOf(response, clock, json));
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  if (parsed?.success) return ok({ output: parsed.data, headers: response.headers });
  const detail = json.ok
    ? 'the answer lacks what was asked for'
    : `no JSON (${cleanLine(json.error.contentType, 60)})`;
  return err({ problem: { kind: 'bad-response', detail }, effect: 'unknown' });
};

/** Before the request left: no connection, no name, no permission to go there. Anything later may have been heard. */
const failureOfFetch = (problem: FetchProblem): XrpcFailure => {
  const neverLeft =
    ['dns', 'tls', 'blocked-address', 'bad-url'].includes(problem.kind) ||
    (problem.kind === 'timeout' && problem.stage === 'connect') ||
    (problem.kind === 'connection' && /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(problem.code));
  return { problem: problemOfFetch(problem), effect: neverLeft ? 'none' : 'unknown' };
};

const failureOf = (
  response: FetchResponse,
  clock: Clock,
  json: ReturnType<FetchResponse['json']>,
): XrpcFailure => {
  const { error, message } = json.ok ? wordsOf(json.value) : {};
  const problem = problemOfAnswer(response, clock, [error, message].filter(Boolean).join(': '));
  const { status } = response;
  const isRefused = status >= 400 && status < 500 && ![401, 407, 408, 425, 429].includes(status);
  const effect = status >= 500 || status < 400 || status === 408 ? 'unknown' : isRefused ? 'refused' : 'none';
  return { problem, effect, ...(error ? { error } : {}) };
};

const wordsOf = (json: unknown): { error?: string; message?: string } => {
  if (typeof json !== 'object' || json === null) return {};
  const line = (value: unknown) => (typeof value === 'string' ? cleanLine(value, 300) : '');
  const error = 'error' in json ? line(json.error) : '';
  const message = 'message' in json ? line(json.message) : '';
  return { ...(error ? { error } : {}), ...(message ? { message } : {}) };
};

const problemOfAnswer = (response: FetchResponse, clock: Clock, words: string): ChannelProblem => {
  const problem = problemOfStatus(response, clock) ?? {
    kind: 'bad-response',
    detail: `HTTP ${response.status}`,
  };
  const detail = words ? `${problem.detail} ${words}` : problem.detail;
  if (problem.kind !== 'rate-limited') return { ...problem, detail };
  const retryAfterMs = problem.retryAfterMs ?? untilReset(response.headers, clock);
  return { kind: 'rate-limited', detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
};

/** `ratelimit-reset` is an instant in seconds, by the server's clock. */
const untilReset = (headers: Headers, clock: Clock): number | undefined => {
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN) * 1_000;
  const served = Date.parse(headers.get('date') ?? '');
  const wait = reset - (Number.isNaN(served) ? clock.now().getTime() : served);
  return wait > 0 ? Math.min(wait, DAY_MS) : undefined;
};

const DAY_MS = 24 * 60 * 60 * 1_000;
