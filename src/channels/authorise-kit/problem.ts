import * as oauth from 'oauth4webapi';
import type { Clock } from '../../platform/clock.ts';
import { FetchRefusal } from '../../platform/fetch/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfFetch, problemOfStatus } from '../http-problem.ts';

/**
 * What a code of RFC 6749 5.2 or 4.1.2.1 means to us. `invalid_grant` is a permission that was withdrawn, has ended or was used up: only a
 * person can give it again. Unknown codes are the vendor's own refusals.
 */
export const problemOfRefusal = (code: string, description = ''): ChannelProblem => {
  const said = cleanLine([code, description].filter(Boolean).join(': '), 300);
  switch (code) {
    case 'invalid_grant':
      return {
        kind: 'unauthorised',
        detail: `the permission has ended or was withdrawn, join this channel again (${said})`,
      };
    case 'access_denied':
      return { kind: 'unauthorised', detail: 'the permission was not given' };
    case 'invalid_client':
      return {
        kind: 'misconfigured',
        field: 'clientSecret',
        detail: `the app is not known with this secret (${said})`,
      };
    case 'unauthorized_client':
    case 'redirect_uri_mismatch':
    case 'invalid_redirect_uri':
      return {
        kind: 'misconfigured',
        field: 'clientId',
        detail: `the app is not set up for this address of return (${said})`,
      };
    case 'invalid_scope':
    case 'unauthorized_scope_error':
      return { kind: 'forbidden', detail: `the app may not ask for these permissions (${said})` };
    case 'temporarily_unavailable':
    case 'server_error':
      return { kind: 'server-error', status: 503, detail: said };
    case 'slow_down':
      return { kind: 'rate-limited', detail: said };
    default:
      return { kind: 'bad-response', detail: `the vendor refused (${said})` };
  }
};

/** An answer that says "later" rather than "no", whatever its body. */
export const problemOfHaste = (
  response: Pick<Response, 'status' | 'headers'>,
  clock: Clock,
): ChannelProblem | undefined => {
  const problem = problemOfStatus(response, clock);
  return problem?.kind === 'rate-limited' || problem?.kind === 'server-error' ? problem : undefined;
};

/** What was thrown on the way to a token endpoint, by the library or by our own fetch. Anything else is a bug and stays one. */
export const problemOfThrown = (error: unknown): ChannelProblem => {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    return problemOfRefusal(error.error, error.error_description);
  }
  if (error instanceof FetchRefusal) return problemOfFetch(error.problem);
  if (error instanceof DOMException && /^(TimeoutError|AbortError)$/.test(error.name)) {
    return { kind: 'timeout', detail: 'no answer in time (token)' };
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return problemOfRefusal('invalid_client', `HTTP ${error.status}`);
  }
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
    return { kind: 'bad-response', detail: cleanLine(error.message, 200) };
  }
  throw error;
};
