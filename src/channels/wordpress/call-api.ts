import { z } from 'zod';
import type { FetchProblem, FetchResponse } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';
import type { WordPressSecrets, WordPressSettings } from './settings.ts';

export type WordPressContext = ChannelContext<WordPressSettings, WordPressSecrets>;

type ApiAnswer = { readonly json: unknown; readonly response: FetchResponse };

export type ApiFailure = {
  readonly problem: ChannelProblem;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** WordPress's own word, such as `comment_duplicate`. */
  readonly code?: string;
  /** The request may have been carried out. */
  readonly mayHaveHappened: boolean;
};

type Call = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: Readonly<Record<string, unknown>>;
};

const MAX_BYTES = 8_000_000;
const TIMEOUT_MS = 20_000;

/**
 * One request to the REST API, by `?rest_route=`, which every WordPress answers whatever its permalinks are
 * (https://developer.wordpress.org/rest-api/key-concepts/#routes-endpoints), with an application password as HTTP Basic
 * (https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/#basic-authentication-with-application-passwords).
 */
export const callApi = async (
  { http, clock, settings, secrets }: WordPressContext,
  path: string,
  { method = 'GET', query = {}, body }: Call = {},
): Promise<Result<ApiAnswer, ApiFailure>> => {
  const url = new URL(settings.site);
  url.search = new URLSearchParams({
    rest_route: path,
    ...Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  }).toString();
  const pass = Buffer.from(`${settings.user}:${secrets.password}`).toString('base64');
  const answer = await http.request(url.href, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${pass}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok)
    return err({ problem: problemOfFetch(answer.error), mayHaveHappened: mayHaveLeft(answer.error) });
  return readAnswer(answer.value, clock);
};

const mayHaveLeft = ({ kind }: FetchProblem): boolean =>
  ['timeout', 'connection', 'too-large', 'too-many-redirects', 'aborted'].includes(kind);

const FaultSchema = z.object({ code: z.string() });

const readAnswer = (
  response: FetchResponse,
  clock: WordPressContext['clock'],
): Result<ApiAnswer, ApiFailure> => {
  const json = parse(response.text());
  const { status } = response;
  const fault = FaultSchema.safeParse(json).data?.code.slice(0, 60);
  const problem = problemOfStatus(response, clock);
  if (problem)
    return err({
      // A site without the API shows a page of its own; where the API speaks, it says which thing is not there.
      problem: status === 404 && fault === undefined ? noApi : withCode(problem, fault),
      status,
      ...(fault === undefined ? {} : { code: fault }),
      mayHaveHappened: status >= 500,
    });
  if (json === undefined) return err({ problem: noApi, status, mayHaveHappened: true });
  return ok({ json, response });
};

const noApi: ChannelProblem = {
  kind: 'misconfigured',
  field: 'site',
  detail: 'no WordPress REST API answers there',
};

const withCode = (problem: ChannelProblem, code: string | undefined): ChannelProblem =>
  code === undefined ? problem : { ...problem, detail: `${problem.detail} (${code})` };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
