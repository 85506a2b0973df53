import * as oauth from 'oauth4webapi';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { problemOfHaste, problemOfThrown } from './problem.ts';
import { authenticationOf, clientOf, requestOptions, serverOf } from './token-endpoint.ts';
import type { OAuthTokens } from './tokens.ts';
import type { OAuthClient, OAuthOutside, OAuthVendor } from './vendor.ts';

/** Gives the permission back (RFC 7009): the refresh token where there is one, which ends its access tokens too. A token unknown there is given back already. */
export const revokeTokens = async (
  outside: OAuthOutside,
  vendor: OAuthVendor,
  client: OAuthClient,
  tokens: Pick<OAuthTokens, 'accessToken' | 'refreshToken'>,
): Promise<Result<void, ChannelProblem>> => {
  if (!vendor.revocationEndpoint) return ok(undefined);
  const token = tokens.refreshToken ?? tokens.accessToken;
  try {
    const response = await oauth.revocationRequest(
      serverOf(vendor),
      clientOf(client),
      authenticationOf(vendor, client),
      token,
      requestOptions(outside, vendor),
    );
    const later = problemOfHaste(response, outside.clock);
    await response.body?.cancel();
    // Google answers 400 invalid_token for what is no longer good.
    return later ? err(later) : ok(undefined);
  } catch (error) {
    return err(problemOfThrown(error));
  }
};
