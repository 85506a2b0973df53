import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfThrown } from './problem.ts';
import { askForTokens, authenticationOf, clientOf, requestOptions, serverOf } from './token-endpoint.ts';
import type { OAuthTokens } from './tokens.ts';
import type { OAuthClient, OAuthOutside, OAuthVendor } from './vendor.ts';

const KeepSchema = z.object({ state: z.string(), redirectUri: z.string(), verifier: z.string() });

export type Beginning = { readonly url: string; readonly keep: Readonly<Record<string, string>> };

/** Where to send the person (RFC 6749 4.1.1, RFC 7636 4.3). `keep` travels sealed and comes back to `completeOAuth`. */
export const beginOAuth = async (
  vendor: OAuthVendor,
  { clientId }: OAuthClient,
  redirectUri: string,
  state: string,
): Promise<Beginning> => {
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(vendor.authorizationEndpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: vendor.scopes.join(vendor.scopeSeparator ?? ' '),
    state,
    ...(vendor.pkce
      ? { code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }
      : {}),
    ...vendor.authorizationParameters,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, keep: { state, redirectUri, verifier } };
};

/**
 * The code that the person brought back, made into tokens (RFC 6749 4.1.3). The state must be the one we sent (RFC 9700 4.7), and whoever
 * sends the person back must be whom we sent them to, where it says so (RFC 9207).
 */
export const completeOAuth = async (
  outside: OAuthOutside,
  vendor: OAuthVendor,
  client: OAuthClient,
  keep: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<OAuthTokens, ChannelProblem>> => {
  const kept = KeepSchema.safeParse(keep).data;
  if (!kept) return err({ kind: 'unauthorised', detail: 'nothing is known of this journey, begin again' });
  const brought = readReturn(vendor, client, kept.state, parameters);
  if (!brought.ok) return brought;
  const tokens = await askForTokens(outside, vendor, client, () =>
    oauth.authorizationCodeGrantRequest(
      serverOf(vendor),
      clientOf(client),
      authenticationOf(vendor, client),
      brought.value,
      kept.redirectUri,
      vendor.pkce ? kept.verifier : oauth.nopkce,
      requestOptions(outside, vendor),
    ),
  );
  return tokens.ok && vendor.lengthen ? vendor.lengthen(outside, client, tokens.value) : tokens;
};

const readReturn = (
  vendor: OAuthVendor,
  client: OAuthClient,
  state: string,
  parameters: Readonly<Record<string, string>>,
): Result<URLSearchParams, ChannelProblem> => {
  try {
    const brought = oauth.validateAuthResponse(
      serverOf(vendor),
      clientOf(client),
      new URLSearchParams(parameters),
      state,
    );
    if (brought.get('code')) return ok(brought);
    return err({ kind: 'unauthorised', detail: 'nothing was brought back' });
  } catch (error) {
    const problem = problemOfThrown(error);
    return err(problem.kind === 'bad-response' ? { kind: 'unauthorised', detail: problem.detail } : problem);
  }
};
