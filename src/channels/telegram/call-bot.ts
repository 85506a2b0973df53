import { z } from 'zod';
import type { FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch } from '../http-problem.ts';
import { neverLeft } from '../never-left.ts';

/** https://core.telegram.org/bots/api#making-requests */
export const TELEGRAM_API = 'https://api.telegram.org';

/** A token as @BotFather gives it; nothing else may stand in the address. */
export const TELEGRAM_TOKEN = /^\d{3,20}:[A-Za-z0-9_-]{20,100}$/;

export type TelegramBot = { readonly http: GuardedFetch; readonly api: string; readonly token: string };

/** Why a call failed. `effect`: `none` is certainly not done; `refused` was read and answered no; `unknown` may have been done. */
export type BotFailure = {
  readonly problem: ChannelProblem;
  readonly effect: 'none' | 'refused' | 'unknown';
  /** The vendor's own code; absent when no answer came. */
  readonly code?: number;
  /** The vendor's own words. */
  readonly description: string;
};

const AnswerSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  parameters: z
    .object({
      retry_after: z.number().optional().catch(undefined),
      migrate_to_chat_id: z.number().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/**
 * One method of the Bot API, its `result` as it came. The token stands in the address: redirects are not followed, and problems name
 * hosts only.
 */
export const callBot = async (
  { http, api, token }: TelegramBot,
  method: string,
  body: object,
  { timeoutMs }: { readonly timeoutMs?: number } = {},
): Promise<Result<unknown, BotFailure>> => {
  const isForm = body instanceof FormData;
  const response = await http.request(`${api}/bot${token}/${method}`, {
    method: 'POST',
    ...(isForm ? {} : { headers: { 'content-type': 'application/json' } }),
    body: isForm ? body : JSON.stringify(body),
    redirect: 'manual',
    maxBytes: 5_000_000,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  if (!response.ok) {
    const effect = neverLeft(response.error) ? 'none' : 'unknown';
    return err({ problem: problemOfFetch(response.error), effect, description: '' });
  }
  const json = response.value.json();
  const answer = json.ok ? AnswerSchema.safeParse(json.value).data : undefined;
  return answer?.ok ? ok(answer.result) : err(failureOf(response.value, answer));
};

/** https://core.telegram.org/bots/api#making-requests (`error_code`, `description`) and #responseparameters. */
const failureOf = (
  { status }: FetchResponse,
  answer: z.infer<typeof AnswerSchema> | undefined,
): BotFailure => {
  const code = answer?.error_code ?? status;
  const description = cleanLine(answer?.description ?? '', 300);
  const detail = `HTTP ${code} ${description}`.trim();
  const refused = (problem: ChannelProblem): BotFailure => ({
    problem,
    effect: 'refused',
    code,
    description,
  });
  const moved = answer?.parameters?.migrate_to_chat_id;
  if (moved !== undefined) {
    return { problem: { kind: 'moved', to: String(moved), detail }, effect: 'none', code, description };
  }
  if (code === 429) {
    const retryAfterMs = (answer?.parameters?.retry_after ?? 30) * 1_000;
    return { problem: { kind: 'rate-limited', retryAfterMs, detail }, effect: 'none', code, description };
  }
  // A token that never was is answered like an address that is not there.
  if (code === 401 || code === 404) return refused({ kind: 'unauthorised', detail });
  if (code === 403 || code === 409) return refused({ kind: 'forbidden', detail });
  if (code >= 400 && code < 500) return refused({ kind: 'bad-response', detail });
  const problem: ChannelProblem =
    code >= 500 ? { kind: 'server-error', status: code, detail } : { kind: 'bad-response', detail };
  return { problem, effect: 'unknown', code, description };
};
