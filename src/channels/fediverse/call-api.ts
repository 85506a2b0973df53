import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { FetchProblem, FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';

/**
 * Why a call failed. `effect`: `none` is certainly not done and may be tried again as it is; `refused` was read and
 * answered no; `unknown` may have been done.
 */
export type ApiFailure = {
  readonly problem: ChannelProblem;
  readonly effect: 'none' | 'refused' | 'unknown';
  /** Absent when no answer came. */
  readonly status?: number;
};

export type ApiCall = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly params?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly json?: object;
  readonly form?: URLSearchParams | FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string | undefined;
  readonly timeoutMs?: number;
};

export type ApiAnswer<Output> = {
  readonly output: Output;
  readonly headers: Headers;
  readonly status: number;
};

type Outside = { readonly http: GuardedFetch; readonly clock: Clock };

/** One call of the API of an instance, its answer read by `schema`. */
export const callApi = async <Output>(
  { http, clock }: Outside,
  origin: string,
  call: ApiCall,
  schema: z.ZodType<Output>,
): Promise<Result<ApiAnswer<Output>, ApiFailure>> => {
  const body = call.form ?? (call.json && JSON.stringify(call.json));
  const response = await http.request(addressOf(origin, call), {
    method: call.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...(call.json ? { 'content-type': 'application/json' } : {}),
      ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
      ...call.headers,
    },
    ...(body === undefined ? {} : { body }),
    ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
  });
  if (!response.ok) return err(failureOfFetch(response.error));
  return readAnswer(response.value, clock, schema);
};

const addressOf = (origin: string, { path, params = {} }: ApiCall): URL => {
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
};

const readAnswer = <Output>(
  response: FetchResponse,
  clock: Clock,
  schema: z.ZodType<Output>,
): Result<ApiAnswer<Output>, ApiFailure> => {
  const { status, headers } = response;
  const json = response.json();
  if (status < 200 || status > 299) return err(failureOfAnswer(response, clock));
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  if (parsed?.success) return ok({ output: parsed.data, headers, status });
  const detail = json.ok
    ? 'the answer lacks what was asked for'
    : `no JSON (${cleanLine(json.error.contentType, 60)})`;
  return err({ problem: { kind: 'bad-response', detail }, effect: 'unknown', status });
};

/** Before the request left: no connection, no name, no permission to go there. Anything later may have been heard. */
const failureOfFetch = (problem: FetchProblem): ApiFailure => {
  const neverLeft =
    ['dns', 'tls', 'blocked-address', 'bad-url'].includes(problem.kind) ||
    (problem.kind === 'timeout' && problem.stage === 'connect') ||
    (problem.kind === 'connection' && /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(problem.code));
  return { problem: problemOfFetch(problem), effect: neverLeft ? 'none' : 'unknown' };
};

const failureOfAnswer = (response: FetchResponse, clock: Clock): ApiFailure => {
  const { status } = response;
  const isMute = status >= 500 || status < 400 || status === 408;
  const effect = isMute ? 'unknown' : status === 429 || status === 425 ? 'none' : 'refused';
  return { problem: problemOfAnswer(response, clock), effect, status };
};

const ErrorSchema = z.object({
  error: z.string(),
  error_description: z.string().optional().catch(undefined),
});

/** In the server's own words where it has any (https://docs.joinmastodon.org/entities/Error/). */
const problemOfAnswer = (response: FetchResponse, clock: Clock): ChannelProblem => {
  const problem = problemOfStatus(response, clock) ?? {
    kind: 'bad-response',
    detail: `HTTP ${response.status}`,
  };
  const json = response.json();
  const said = json.ok ? ErrorSchema.safeParse(json.value).data : undefined;
  const words = said ? cleanLine(said.error_description ?? said.error, 300) : '';
  const detail = words ? `${problem.detail} ${words}` : problem.detail;
  if (problem.kind !== 'rate-limited') return { ...problem, detail };
  const retryAfterMs = problem.retryAfterMs ?? untilReset(response.headers, clock);
  return { kind: 'rate-limited', detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
};

/** `X-RateLimit-Reset` is an ISO instant by the server's clock (https://docs.joinmastodon.org/api/rate-limits/). */
const untilReset = (headers: Headers, clock: Clock): number | undefined => {
  const reset = Date.parse(headers.get('x-ratelimit-reset') ?? '');
  const served = Date.parse(headers.get('date') ?? '');
  const wait = reset - (Number.isNaN(served) ? clock.now().getTime() : served);
  return wait > 0 ? Math.min(wait, DAY_MS) : undefined;
};

const DAY_MS = 24 * 60 * 60 * 1_000;
