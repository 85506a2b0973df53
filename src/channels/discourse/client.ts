import { z } from 'zod';
import type { FetchResponse } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelContext, ChannelProblem, SendContext } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';
import { neverLeft } from '../never-left.ts';
import type { DiscourseSecrets, DiscourseSettings } from './settings.ts';

export type DiscourseContext = ChannelContext<DiscourseSettings, DiscourseSecrets>;
export type DiscourseSendContext = SendContext<DiscourseSettings, DiscourseSecrets>;

/** Why a call failed. `effect`: `none` is certainly not done; `refused` was read and answered no; `unknown` may have been done. */
export type CallFailure = {
  readonly problem: ChannelProblem;
  readonly effect: 'none' | 'refused' | 'unknown';
  readonly status?: number;
};

export type Call = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly json?: object;
  readonly form?: FormData;
};

export type Answer<Output> = { readonly output: Output; readonly response: FetchResponse };

/**
 * One call of a forum's API, as the named user (https://docs.discourse.org/, "Authentication": `Api-Key`, `Api-Username`). The key travels in
 * a header: redirects are not followed.
 */
export const call = async <Output>(
  { http, clock, settings, secrets }: DiscourseContext,
  asked: Call,
  schema: z.ZodType<Output>,
): Promise<Result<Answer<Output>, CallFailure>> => {
  const url = new URL(`${settings.site}${asked.path}`);
  for (const [name, value] of Object.entries(asked.query ?? {})) {
    if (value !== undefined) url.searchParams.append(name, String(value));
  }
  const body = asked.form ?? (asked.json && JSON.stringify(asked.json));
  const response = await http.request(url, {
    method: asked.method ?? 'GET',
    headers: {
      accept: 'application/json',
      'api-key': secrets.apiKey,
      'api-username': settings.username,
      ...(asked.json ? { 'content-type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
    maxBytes: 5_000_000,
  });
  if (!response.ok) {
    const effect = neverLeft(response.error) ? 'none' : 'unknown';
    return err({ problem: problemOfFetch(response.error), effect });
  }
  const { status } = response.value;
  if (status < 200 || status > 299) return err(failureOf(response.value, clock));
  const json = response.value.json();
  const parsed = schema.safeParse(json.ok ? json.value : null);
  if (parsed.success) return ok({ output: parsed.data, response: response.value });
  const detail = json.ok
    ? 'the answer lacks what was asked for'
    : 'no JSON: is there a forum at that address?';
  return err({ problem: { kind: 'bad-response', detail }, effect: 'unknown', status });
};

/** `{"errors":["..."],"error_type":"rate_limit","extras":{"wait_seconds":7}}` */
const ErrorSchema = z.object({
  errors: z.array(z.string()).catch([]),
  error_type: z.string().optional().catch(undefined),
  extras: z
    .object({ wait_seconds: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

const failureOf = (response: FetchResponse, clock: DiscourseContext['clock']): CallFailure => {
  const { status, headers } = response;
  const json = response.json();
  const said = json.ok ? ErrorSchema.safeParse(json.value).data : undefined;
  const words = cleanLine(said?.errors.join(' ') ?? '', 300);
  const detail = `HTTP ${status} ${words}`.trim();
  if (status >= 300 && status < 400) {
    const to = headers.get('location') ?? '';
    return { problem: { kind: 'moved', to: to.slice(0, 500), detail }, effect: 'refused', status };
  }
  if (status === 429) {
    const told = problemOfStatus(response, clock);
    const byHeader = told?.kind === 'rate-limited' ? told.retryAfterMs : undefined;
    const bySeconds = said?.extras?.wait_seconds;
    const wait = byHeader ?? (bySeconds === undefined ? undefined : Math.max(0, bySeconds) * 1_000);
    const problem = {
      kind: 'rate-limited' as const,
      detail,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    };
    return { problem, effect: 'none', status };
  }
  const problem = problemOfStatus(response, clock) ?? { kind: 'bad-response' as const, detail };
  return { problem: { ...problem, detail }, effect: status >= 500 ? 'unknown' : 'refused', status };
};
