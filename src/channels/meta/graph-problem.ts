import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { FetchResponse } from '../../platform/fetch/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfStatus } from '../http-problem.ts';
import type { Usage } from './usage.ts';

/**
 * Why a call failed. `effect`: `none` is certainly not done and may be tried again as it is; `refused` was read and answered no;
 * `unknown` may have been done.
 */
export type GraphFailure = {
  readonly problem: ChannelProblem;
  readonly effect: 'none' | 'refused' | 'unknown';
  /** Absent when no answer came. */
  readonly status?: number;
  readonly code?: number;
  readonly subcode?: number;
};

const ErrorSchema = z.object({
  error: z.object({
    message: z.string().catch(''),
    code: z.number().catch(0),
    error_subcode: z.number().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
    error_data: z.object({ details: z.string() }).optional().catch(undefined),
  }),
});
type GraphError = z.infer<typeof ErrorSchema>['error'];

type Facts = { readonly clock: Clock; readonly usage: Usage; readonly token: string };

/** What an answer refuses; undefined for a good one. https://developers.facebook.com/docs/graph-api/guides/error-handling */
export const failureOfAnswer = (
  response: Pick<FetchResponse, 'status' | 'headers'>,
  body: unknown,
  facts: Facts,
): GraphFailure | undefined => {
  const { status } = response;
  const error = ErrorSchema.safeParse(body).data?.error;
  const byStatus = problemOfStatus(response, facts.clock);
  if (!error) return byStatus && { problem: byStatus, effect: effectOfStatus(status), status };
  const kind = kindOf(error);
  const known = {
    status,
    code: error.code,
    ...(error.error_subcode ? { subcode: error.error_subcode } : {}),
  };
  const detail = detailOf(error, facts.token);
  if (kind === 'rate-limited') {
    const told = byStatus?.kind === 'rate-limited' ? byStatus.retryAfterMs : undefined;
    const retryAfterMs = told ?? facts.usage.regainMs;
    const problem = { kind, detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) } as const;
    return { problem, effect: 'none', ...known };
  }
  if (kind === 'server-error') return { problem: { kind, status, detail }, effect: 'unknown', ...known };
  return { problem: { kind, detail }, effect: 'refused', ...known };
};

const effectOfStatus = (status: number): GraphFailure['effect'] => {
  if (status === 429) return 'none';
  return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unknown';
};

type Kind =
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'too-late'
  | 'bad-response';

/** Subcodes of "outside of the window" at Messenger and Instagram; WhatsApp has a code of its own, 131047. */
const TOO_LATE_SUBCODES = new Set([2018278, 2534022, 2018065]);

const codes: Readonly<Record<number, Kind>> = {
  // https://developers.facebook.com/docs/graph-api/guides/error-handling#errorcodes
  1: 'server-error',
  2: 'server-error',
  3: 'forbidden',
  10: 'forbidden',
  24: 'not-found',
  102: 'unauthorised',
  190: 'unauthorised',
  368: 'forbidden',
  463: 'unauthorised',
  467: 'unauthorised',
  803: 'not-found',
  // https://developers.facebook.com/docs/graph-api/overview/rate-limiting#error-codes
  4: 'rate-limited',
  17: 'rate-limited',
  32: 'rate-limited',
  341: 'rate-limited',
  613: 'rate-limited',
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
  130429: 'rate-limited',
  131000: 'server-error',
  131005: 'forbidden',
  131016: 'server-error',
  131031: 'forbidden',
  131047: 'too-late',
  131048: 'rate-limited',
  131056: 'rate-limited',
  131057: 'server-error',
  133004: 'server-error',
};

/** PURE. Exported for the statuses of WhatsApp, which carry the same codes. */
export const kindOf = ({ code, error_subcode, is_transient }: GraphError): Kind => {
  if (error_subcode !== undefined && TOO_LATE_SUBCODES.has(error_subcode)) return 'too-late';
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (known) return known;
  if (code === 100 && error_subcode === 33) return 'not-found';
  if (code >= 200 && code <= 299) return 'forbidden';
  if (code >= 80_000 && code <= 80_014) return 'rate-limited';
  return is_transient ? 'server-error' : 'bad-response';
};

/** Meta's words name codes, fields and ids; about a bad token they may quote it. */
const detailOf = (error: GraphError, token: string): string => {
  const number = [error.code, error.error_subcode].filter((one) => one !== undefined).join('/');
  if (kindOf(error) === 'unauthorised') return `Graph error ${number}`;
  const words = error.error_data?.details ?? error.message;
  const safe = token === '' ? words : words.replaceAll(token, '…');
  return cleanLine(`Graph error ${number}: ${safe}`, 300);
};
