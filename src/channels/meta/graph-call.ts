import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { FetchProblem, FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import { problemOfFetch } from '../http-problem.ts';
import { failureOfAnswer, type GraphFailure } from './graph-problem.ts';
import { type Usage, usageOf } from './usage.ts';

/** A Graph host as one of our tokens sees it. */
export type Graph = {
  readonly http: GuardedFetch;
  readonly clock: Clock;
  /** With the version where the host has any: `https://graph.facebook.com/v25.0`. Never ends in a slash. */
  readonly base: string;
  readonly token: string | undefined;
  /** As the vendor's pages write it: WhatsApp in a header, the others as `access_token` in the address. */
  readonly tokenIn: 'header' | 'address';
  /** Where it is known, every call proves that whoever holds the token knows the app's secret too. */
  readonly appSecret?: string | undefined;
};

export type GraphCall = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Below the base, without a slash in front. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly json?: object;
  readonly form?: Readonly<Record<string, string>>;
  readonly multipart?: FormData;
  readonly timeoutMs?: number;
};

export type GraphAnswer<Output> = {
  readonly output: Output;
  readonly headers: Headers;
  readonly usage: Usage;
};

/**
 * One call of a Graph API, its answer read by `schema`. Addresses are never logged: they may hold the token;
 * `appsecret_proof` is the HMAC-SHA256 of the token (https://developers.facebook.com/docs/facebook-login/security#proof).
 */
export const callGraph = async <Output>(
  graph: Graph,
  call: GraphCall,
  schema: z.ZodType<Output>,
): Promise<Result<GraphAnswer<Output>, GraphFailure>> => {
  const { token } = graph;
  if (token === undefined) return err(withoutToken);
  const response = await graph.http.request(addressOf(graph, token, call), {
    method: call.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...(graph.tokenIn === 'header' ? { authorization: `Bearer ${token}` } : {}),
      ...(call.json ? { 'content-type': 'application/json' } : {}),
    },
    ...bodyOf(call),
    ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
  });
  if (!response.ok) return err(failureOfFetch(response.error));
  return readAnswer(graph, response.value, schema);
};

const withoutToken: GraphFailure = {
  problem: { kind: 'unauthorised', detail: 'no permission is kept: join this channel again' },
  effect: 'none',
};

const addressOf = (
  { base, appSecret, tokenIn }: Graph,
  token: string,
  { path, params = {} }: GraphCall,
): URL => {
  const url = new URL(`${base}/${path}`);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  if (tokenIn === 'address') url.searchParams.set('access_token', token);
  if (appSecret) url.searchParams.set('appsecret_proof', proofOf(token, appSecret));
  return url;
};

export const proofOf = (token: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(token).digest('hex');

const bodyOf = ({ json, form, multipart }: GraphCall) => {
  if (json) return { body: JSON.stringify(json) };
  if (form) return { body: new URLSearchParams(form) };
  return multipart ? { body: multipart } : {};
};

const readAnswer = <Output>(
  { clock, token = '' }: Graph,
  response: FetchResponse,
  schema: z.ZodType<Output>,
): Result<GraphAnswer<Output>, GraphFailure> => {
  const { status, headers } = response;
  const usage = usageOf(headers);
  const json = response.json();
  // A refusal may come with 200 in old versions: what counts is whether there is an `error`.
  const refusal = failureOfAnswer(response, json.ok ? json.value : undefined, { clock, usage, token });
  if (refusal) return err(refusal);
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  if (parsed?.success) return ok({ output: parsed.data, headers, usage });
  const detail = json.ok
    ? 'the answer lacks what was asked for'
    : `no JSON (${cleanLine(json.error.contentType, 60)})`;
  return err({ problem: { kind: 'bad-response', detail }, effect: 'unknown', status });
};

/** Before the request left: no connection, no name, no permission to go there. Anything later may have been heard. */
const failureOfFetch = (problem: FetchProblem): GraphFailure => {
  const neverLeft =
    ['dns', 'tls', 'blocked-address', 'bad-url'].includes(problem.kind) ||
    (problem.kind === 'timeout' && problem.stage === 'connect') ||
    (problem.kind === 'connection' && /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(problem.code));
  return { problem: problemOfFetch(problem), effect: neverLeft ? 'none' : 'unknown' };
};
