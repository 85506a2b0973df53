import * as oauth from 'oauth4webapi';
import type { Clock } from '../../platform/clock.ts';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfHaste, problemOfRefusal, problemOfThrown } from './problem.ts';
import { type OAuthTokens, type TokenAnswer, tokensOf } from './tokens.ts';
import type { OAuthClient, OAuthOutside, OAuthVendor } from './vendor.ts';

const TIMEOUT_MS = 15_000;

export const serverOf = (vendor: OAuthVendor): oauth.AuthorizationServer => ({
  issuer: vendor.issuer,
  authorization_endpoint: vendor.authorizationEndpoint,
  token_endpoint: vendor.tokenEndpoint,
  ...(vendor.revocationEndpoint ? { revocation_endpoint: vendor.revocationEndpoint } : {}),
});

export const clientOf = ({ clientId }: OAuthClient): oauth.Client => ({ client_id: clientId });

export const authenticationOf = (
  vendor: OAuthVendor,
  { clientSecret = '' }: OAuthClient,
): oauth.ClientAuth => {
  if (vendor.clientAuthentication === 'none' || clientSecret === '') return oauth.None();
  return vendor.clientAuthentication === 'basic' ? basic(clientSecret) : oauth.ClientSecretPost(clientSecret);
};

/**
 * RFC 6749 2.3.1, with only those characters encoded that must be: the library encodes `-` and `_` too, which vendors that do not decode (X)
 * take for another secret.
 */
const basic =
  (clientSecret: string): oauth.ClientAuth =>
  (_server, { client_id: clientId }, _body, headers) => {
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  };

/** Everything goes out by the guarded fetch. In the clear only to a bare address of one's own house, which the fetch has been told of. */
export const requestOptions = ({ http }: OAuthOutside, vendor: OAuthVendor) => ({
  [oauth.customFetch]: ((url: string, init: RequestInit) => http.fetch(url, init)) as GuardedFetch['fetch'],
  [oauth.allowInsecureRequests]: new URL(vendor.tokenEndpoint).protocol === 'http:',
  signal: () => AbortSignal.timeout(TIMEOUT_MS),
});

/** Asks for tokens and reads the answer, minding the vendor's dialect. `ask` is one of the library's requests. */
export const askForTokens = async (
  { clock }: OAuthOutside,
  vendor: OAuthVendor,
  client: OAuthClient,
  ask: () => Promise<Response>,
): Promise<Result<OAuthTokens, ChannelProblem>> => {
  const asked = clock.now();
  try {
    const response = await inStandardWords(await ask(), vendor, clock);
    if (!response.ok) return response;
    const answer = await oauth.processGenericTokenEndpointResponse(
      serverOf(vendor),
      clientOf(client),
      response.value,
    );
    return ok(tokensOf(answer as TokenAnswer, vendor, asked));
  } catch (error) {
    return err(problemOfThrown(error));
  }
};

/**
 * Vendors leave out `token_type`, answer 201, or say their refusals in words of their own: here they become what RFC 6749 5 says.
 * An `id_token` is not asked for and not read.
 */
const inStandardWords = async (
  response: Response,
  vendor: OAuthVendor,
  clock: Clock,
): Promise<Result<Response, ChannelProblem>> => {
  const haste = problemOfHaste(response, clock);
  const text = await response.text();
  if (haste) return err(haste);
  const { status, headers } = response;
  const body = parse(text);
  if (status >= 400) {
    const code = vendor.errorOf?.(body) ?? standardError(body);
    if (code) return err(problemOfRefusal(code, descriptionOf(body)));
  }
  if (status < 200 || status > 299 || typeof body !== 'object' || body === null) {
    return err({ kind: 'bad-response', detail: `HTTP ${status}, no tokens in the answer` });
  }
  const { id_token: _idToken, ...rest } = body as Record<string, unknown>;
  const standard = { token_type: 'bearer', ...rest };
  return ok(
    new Response(JSON.stringify(standard), {
      status: 200,
      headers: { 'content-type': 'application/json', date: headers.get('date') ?? '' },
    }),
  );
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const standardError = (body: unknown): string | undefined => textIn(body, 'error');
const descriptionOf = (body: unknown): string => textIn(body, 'error_description') ?? '';

const textIn = (body: unknown, name: string): string | undefined => {
  const value =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
};
