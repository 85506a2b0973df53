import { retryAfterMs } from '../platform/backoff.ts';
import type { Clock } from '../platform/clock.ts';
import type { FetchProblem, FetchResponse } from '../platform/fetch/index.ts';
import type { ChannelProblem } from './contract.ts';

/** Why no answer came, in the channels' own kinds. Details name hosts and codes, never full addresses. */
export const problemOfFetch = (problem: FetchProblem): ChannelProblem => {
  switch (problem.kind) {
    case 'blocked-address':
      return { kind: 'blocked-address', detail: `${problem.host} is not a public address` };
    case 'bad-url':
      return { kind: 'bad-response', detail: `the address cannot be followed (${problem.reason})` };
    case 'too-large':
      return { kind: 'too-large', detail: `${problem.part} over ${problem.limitBytes} bytes` };
    case 'timeout':
      return { kind: 'timeout', detail: `no answer in time (${problem.stage})` };
    case 'dns':
      return { kind: 'unreachable', detail: `${problem.host} has no address (${problem.code})` };
    case 'tls':
      return { kind: 'unreachable', detail: `no safe connection (${problem.code})` };
    case 'connection':
      return { kind: 'unreachable', detail: `the connection failed (${problem.code})` };
    case 'too-many-redirects':
      return { kind: 'bad-response', detail: `more than ${problem.limit} redirects` };
    case 'aborted':
      return { kind: 'unreachable', detail: 'stopped' };
  }
};

/** What an answer's status says when it is no success (RFC 9110 15); undefined for 2xx and 304. Honours Retry-After. */
export const problemOfStatus = (
  response: Pick<FetchResponse, 'status' | 'headers'>,
  clock: Clock,
): ChannelProblem | undefined => {
  const { status } = response;
  const detail = `HTTP ${status}`;
  if ((status >= 200 && status < 300) || status === 304) return undefined;
  if (status === 401 || status === 407) return { kind: 'unauthorised', detail };
  if (status === 403 || status === 451) return { kind: 'forbidden', detail };
  if (status === 404) return { kind: 'not-found', detail };
  if (status === 410) return { kind: 'gone', detail };
  const wait = askedWait(response, clock);
  if (status === 429 || (status === 503 && wait !== undefined)) {
    return { kind: 'rate-limited', detail, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  if (status >= 500) return { kind: 'server-error', status, detail };
  return { kind: 'bad-response', detail };
};

/** How far the other clock is ahead of ours by its Date header, milliseconds; undefined when it does not say. */
export const clockSkewOf = (headers: Headers, clock: Clock): number | undefined => {
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(theirs) ? undefined : theirs - clock.now().getTime();
};

const askedWait = ({ headers }: Pick<FetchResponse, 'headers'>, clock: Clock): number | undefined =>
  retryAfterMs({
    retryAfter: headers.get('retry-after'),
    serverDate: headers.get('date'),
    now: clock.now(),
  });
