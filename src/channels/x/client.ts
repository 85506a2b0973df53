import { z } from 'zod';
import type { FetchResponse } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type Access, openAccess } from '../authorise-kit/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';
import { neverLeft } from '../never-left.ts';
import type { XContext } from './context.ts';
import { type Purchase, startBuying } from './spend.ts';
import { clientOf, vendorOf } from './vendor.ts';

/** Why a call failed. `effect`: `none` is certainly not done; `refused` was read and answered no; `unknown` may have been done, and paid for. */
export type XFailure = {
  readonly problem: ChannelProblem;
  readonly effect: 'none' | 'refused' | 'unknown';
  readonly status?: number;
};

export type XCall = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly json?: object;
};

export type XClient = {
  /** The price is put aside before the call, and what was not spent given back after it. */
  buy<Output>(
    call: XCall,
    schema: z.ZodType<Output>,
    purchase: Purchase<Output>,
  ): Promise<Result<Output, XFailure>>;
  /** How much is left this month, millionths of a dollar. */
  left(): number;
};

export const openClient = (context: XContext): XClient => {
  const access = context.secrets.bearerToken
    ? undefined
    : openAccess(context, vendorOf(context), clientOf(context));
  const purse = startBuying(context);
  return {
    left: purse.left,
    buy: async (call, schema, purchase) => {
      const reserved = await purse.reserve(purchase.worst);
      if (!reserved.ok) return err({ problem: reserved.error, effect: 'none' });
      const answer = await ask(context, access, call, schema);
      const spent = answer.ok
        ? purchase.thingsOf(answer.value)
        : answer.error.effect === 'unknown'
          ? undefined
          : [];
      await purse.settle(purchase, spent);
      return answer;
    },
  };
};

type Heard = Awaited<ReturnType<XContext['http']['request']>>;

const ask = async <Output>(
  context: XContext,
  access: Access | undefined,
  call: XCall,
  schema: z.ZodType<Output>,
): Promise<Result<Output, XFailure>> => {
  const once = (token: string): Promise<Heard> => request(context, token, call);
  const isRefused = (heard: Heard) => heard.ok && heard.value.status === 401;
  const heard = access
    ? await access.use(once, isRefused)
    : ok(await once(context.secrets.bearerToken ?? context.secrets.accessToken));
  if (!heard.ok) return err({ problem: heard.error, effect: 'none' });
  const response = heard.value;
  if (!response.ok) {
    return err({
      problem: problemOfFetch(response.error),
      effect: neverLeft(response.error) ? 'none' : 'unknown',
    });
  }
  const { status } = response.value;
  if (status < 200 || status > 299) return err(failureOf(response.value, context));
  const json = response.value.json();
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  if (parsed?.success) return ok(parsed.data);
  const detail = 'the answer lacks what was asked for';
  return err({ problem: { kind: 'bad-response', detail }, effect: 'unknown', status });
};

const request = ({ http, settings }: XContext, token: string, call: XCall): Promise<Heard> => {
  const url = new URL(`${settings.apiUrl}${call.path}`);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return http.request(url, {
    method: call.method ?? 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      ...(call.json ? { 'content-type': 'application/json' } : {}),
    },
    ...(call.json ? { body: JSON.stringify(call.json) } : {}),
    redirect: 'manual',
    maxBytes: 5_000_000,
  });
};

/** https://docs.x.com/x-api/fundamentals/response-codes-and-errors: `title`, `detail`, `type`. */
const ErrorSchema = z.object({
  title: z.string().catch(''),
  detail: z.string().catch(''),
  errors: z.array(z.object({ message: z.string().catch('') })).catch([]),
});

const failureOf = (response: FetchResponse, { clock }: XContext): XFailure => {
  const { status, headers } = response;
  const json = response.json();
  const said = json.ok ? ErrorSchema.safeParse(json.value).data : undefined;
  const words = [said?.title, said?.detail, said?.errors[0]?.message].filter(Boolean).join(' ');
  const detail = `HTTP ${status} ${cleanLine(words, 300)}`.trim();
  const problem = problemOfStatus(response, clock) ?? { kind: 'bad-response' as const, detail };
  if (status === 429) {
    // https://docs.x.com/x-api/fundamentals/rate-limits: `x-rate-limit-reset`, seconds since 1970.
    const reset = Number(headers.get('x-rate-limit-reset')) * 1_000 - clock.now().getTime();
    const retryAfterMs = reset > 0 ? Math.min(reset, 86_400_000) : 60_000;
    return { problem: { kind: 'rate-limited', retryAfterMs, detail }, effect: 'none', status };
  }
  // The credits that the company bought at X are used up: nothing to do with our own budget.
  if (status === 402) return { problem: { kind: 'over-budget', detail }, effect: 'refused', status };
  return { problem: { ...problem, detail }, effect: status >= 500 ? 'unknown' : 'refused', status };
};
