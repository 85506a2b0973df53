import type { FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch } from '../http-problem.ts';

/** Bytes: a page of words fits many times over. */
const MAX_BYTES = 1_000_000;
const TIMEOUT_MS = 15_000;

type SourcePage =
  | { readonly state: 'there'; readonly response: FetchResponse }
  /** It was deleted, or never was: 404, 410 and 451 say so. */
  | { readonly state: 'gone' }
  /** It will never be read: no public address, a bomb, refused to us. */
  | { readonly state: 'unreadable'; readonly why: string };

/** The page that claims to speak of us, read through the guarded fetch. A problem is passing: try again later. */
export const fetchSource = async (
  http: GuardedFetch,
  url: string,
): Promise<Result<SourcePage, ChannelProblem>> => {
  const answer = await http.request(url, {
    headers: { accept: 'text/html, application/xhtml+xml;q=0.9, application/json;q=0.5, text/plain;q=0.3' },
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) {
    const isPassing = ['timeout', 'dns', 'tls', 'connection', 'aborted'].includes(answer.error.kind);
    return isPassing
      ? err(problemOfFetch(answer.error))
      : ok({ state: 'unreadable', why: answer.error.kind });
  }
  const { status } = answer.value;
  if (status >= 200 && status < 300) return ok({ state: 'there', response: answer.value });
  if (status === 404 || status === 410 || status === 451) return ok({ state: 'gone' });
  if (status === 429 || status >= 500) return err({ kind: 'server-error', status, detail: `HTTP ${status}` });
  return ok({ state: 'unreadable', why: `http-${status}` });
};
