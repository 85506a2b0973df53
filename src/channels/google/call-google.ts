import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Access } from '../authorise-kit/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';
import { neverLeft } from '../never-left.ts';
import { untilMidnightPacific } from './midnight-pacific.ts';

/** `none`: certainly not done; `refused`: read and answered no; `unknown`: may have been done. */
export type GoogleFailure = {
  readonly problem: ChannelProblem;
  readonly effect: 'none' | 'refused' | 'unknown';
  readonly status?: number;
  /** Google's own word for it: `quotaExceeded`, `commentNotFound` ... */
  readonly reason?: string;
};

export type GoogleCall = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  readonly json?: object;
};

export type GoogleAnswer<Output> = { readonly output: Output; readonly headers: Headers };

type Outside = { readonly http: GuardedFetch; readonly clock: Clock };

/** One call of a Google API with a good token, its answer read by `schema`. */
export const callGoogle = async <Output>(
  outside: Outside,
  access: Access,
  call: GoogleCall,
  schema: z.ZodType<Output>,
): Promise<Result<GoogleAnswer<Output>, GoogleFailure>> => {
  const answer = await access.use(
    (token) => ask(outside, call, token),
    (asked) => asked.ok && asked.value.status === 401,
  );
  if (!answer.ok) return err({ problem: answer.error, effect: 'none' });
  if (!answer.value.ok) return answer.value;
  return readAnswer(answer.value.value, outside.clock, schema);
};

const ask = async (
  { http }: Outside,
  { method = 'GET', url, params = {}, json }: GoogleCall,
  token: string,
): Promise<Result<FetchResponse, GoogleFailure>> => {
  const address = new URL(url);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) address.searchParams.set(name, String(value));
  }
  const response = await http.request(address, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(json ? { 'content-type': 'application/json' } : {}),
    },
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
  if (response.ok) return ok(response.value);
  const effect = method === 'GET' || neverLeft(response.error) ? 'none' : 'unknown';
  return err({ problem: problemOfFetch(response.error), effect });
};

const readAnswer = <Output>(
  response: FetchResponse,
  clock: Clock,
  schema: z.ZodType<Output>,
): Result<GoogleAnswer<Output>, GoogleFailure> => {
  const { status, headers } = response;
  if (status < 200 || status > 299) return err(failureOf(response, clock));
  const json = status === 204 ? ({ ok: true, value: {} } as const) : response.json();
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  if (parsed?.success) return ok({ output: parsed.data, headers });
  return err({
    problem: { kind: 'bad-response', detail: 'the answer does not read' },
    effect: 'unknown',
    status,
  });
};

/** https://cloud.google.com/apis/design/errors and https://developers.google.com/youtube/v3/docs/errors: both shapes are met. */
const ErrorSchema = z.object({
  error: z.object({
    message: z.string().catch(''),
    status: z.string().optional().catch(undefined),
    errors: z.array(z.object({ reason: z.string() })).catch([]),
    details: z.array(z.object({ reason: z.string().optional() })).catch([]),
  }),
});

const failureOf = (response: FetchResponse, clock: Clock): GoogleFailure => {
  const json = response.json();
  const said = json.ok ? ErrorSchema.safeParse(json.value).data?.error : undefined;
  const reason =
    said?.errors[0]?.reason ?? said?.details.find((one) => one.reason)?.reason ?? said?.status ?? '';
  const { status } = response;
  const problem = problemOfReason(reason, clock) ?? problemOfStatus(response, clock);
  const detail = cleanLine([`HTTP ${status}`, reason, said?.message].filter(Boolean).join(' '), 300);
  const isMute = status >= 500 || status < 400;
  return {
    problem: problem ? { ...problem, detail } : { kind: 'bad-response', detail },
    effect: isMute ? 'unknown' : status === 429 ? 'none' : 'refused',
    status,
    ...(reason ? { reason } : {}),
  };
};

const problemOfReason = (reason: string, clock: Clock): ChannelProblem | undefined => {
  switch (reason) {
    case 'quotaExceeded':
    case 'dailyLimitExceeded':
      return { kind: 'rate-limited', retryAfterMs: untilMidnightPacific(clock.now()), detail: '' };
    case 'rateLimitExceeded':
    case 'userRateLimitExceeded':
    case 'RATE_LIMIT_EXCEEDED':
      return { kind: 'rate-limited', retryAfterMs: 60_000, detail: '' };
    case 'accessNotConfigured':
    case 'SERVICE_DISABLED':
      return { kind: 'misconfigured', field: 'clientId', detail: '' };
    case 'insufficientPermissions':
    case 'ACCESS_TOKEN_SCOPE_INSUFFICIENT':
      return { kind: 'forbidden', detail: '' };
    case 'authError':
    case 'youtubeSignupRequired':
      return { kind: 'unauthorised', detail: '' };
    default:
      return undefined;
  }
};
