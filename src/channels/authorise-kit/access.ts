import * as oauth from 'oauth4webapi';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, ChannelProblem } from '../contract.ts';
import { askForTokens, authenticationOf, clientOf, requestOptions, serverOf } from './token-endpoint.ts';
import { hasEnded, isWorthRenewing, type OAuthTokens } from './tokens.ts';
import type { OAuthClient, OAuthOutside, OAuthVendor } from './vendor.ts';

/** The access of one connection, for the length of one piece of work. */
export type Access = {
  /** A token that is good as far as we know, renewed before when its end is near. */
  token(): Promise<Result<string, ChannelProblem>>;
  /** Calls with a token, and once more with a new one when the answer says that it is refused (HTTP 401). */
  use<Answer>(
    call: (token: string) => Promise<Answer>,
    isRefused: (answer: Answer) => boolean,
  ): Promise<Result<Answer, ChannelProblem>>;
};

export type OAuthContext<Settings, Secrets extends OAuthTokens> = Pick<
  ChannelContext<Settings, Secrets>,
  'secrets' | 'http' | 'clock' | 'log' | 'keepSecrets' | 'renewSecrets'
>;

/**
 * Tokens are renewed under the connection's own lock (`renewSecrets`): of two polls at once one asks the vendor and the other finds what it
 * brought, so a refresh token that holds once is used once. The new one is sealed before the new access token is used.
 */
export const openAccess = <Settings, Secrets extends OAuthTokens>(
  context: OAuthContext<Settings, Secrets>,
  vendor: OAuthVendor,
  client: OAuthClient,
): Access => {
  let held: OAuthTokens = context.secrets;
  const now = () => context.clock.now();

  const renew = async (stale: OAuthTokens): Promise<Result<string, ChannelProblem>> => {
    const renewed = await renewAlone(context, async (current) => {
      const isOther = current.accessToken !== stale.accessToken;
      return isOther && !isWorthRenewing(current, now())
        ? ok({})
        : renewTokens(context, vendor, client, current);
    });
    if (!renewed.ok) return renewed;
    held = renewed.value;
    return ok(held.accessToken);
  };

  const token = async (): Promise<Result<string, ChannelProblem>> => {
    if (!isWorthRenewing(held, now())) return ok(held.accessToken);
    const renewed = await renew(held);
    // The vendor may be away for the moment, or has nothing to renew with: until its end the old token is good.
    if (!renewed.ok && !hasEnded(held, now())) return ok(held.accessToken);
    return renewed;
  };

  return {
    token,
    use: async (call, isRefused) => {
      const first = await token();
      if (!first.ok) return first;
      const answer = await call(first.value);
      if (!isRefused(answer)) return ok(answer);
      if (!canRenew(held, vendor)) return ok(answer);
      const second = await renew({ ...held, accessToken: first.value });
      return second.ok ? ok(await call(second.value)) : second;
    },
  };
};

const renewAlone = async <Settings, Secrets extends OAuthTokens>(
  context: OAuthContext<Settings, Secrets>,
  renew: (current: OAuthTokens) => Promise<Result<Partial<OAuthTokens>, ChannelProblem>>,
): Promise<Result<OAuthTokens, ChannelProblem>> => {
  const asOurs = (current: Secrets) => renew(current) as Promise<Result<Partial<Secrets>, ChannelProblem>>;
  if (context.renewSecrets) return context.renewSecrets(asOurs);
  const brought = await asOurs(context.secrets);
  if (!brought.ok) return brought;
  await context.keepSecrets(brought.value);
  return ok({ ...context.secrets, ...brought.value });
};

const canRenew = (tokens: OAuthTokens, vendor: OAuthVendor): boolean =>
  tokens.refreshToken !== undefined || vendor.renew !== undefined;

/** New tokens for old (RFC 6749 6), or the vendor's own way. A vendor that gives no new refresh token leaves us the old one. */
export const renewTokens = async (
  outside: OAuthOutside,
  vendor: OAuthVendor,
  client: OAuthClient,
  tokens: OAuthTokens,
): Promise<Result<Partial<OAuthTokens>, ChannelProblem>> => {
  if (vendor.renew) return vendor.renew(outside, client, tokens);
  const { refreshToken } = tokens;
  if (refreshToken === undefined) {
    return err({ kind: 'unauthorised', detail: 'the permission has ended, join this channel again' });
  }
  return askForTokens(outside, vendor, client, () =>
    oauth.refreshTokenGrantRequest(
      serverOf(vendor),
      clientOf(client),
      authenticationOf(vendor, client),
      refreshToken,
      requestOptions(outside, vendor),
    ),
  );
};
