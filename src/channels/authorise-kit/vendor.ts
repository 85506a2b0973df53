import type { Clock } from '../../platform/clock.ts';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import type { Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import type { OAuthTokens, TokenLifetimes } from './tokens.ts';

/** How one vendor speaks OAuth 2, as data. */
export type OAuthVendor = TokenLifetimes & {
  /** What the vendor calls itself (RFC 9207 `iss`), most often the origin of its page of permission. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** RFC 7009; absent where there is none. */
  readonly revocationEndpoint?: string;
  readonly scopes: readonly string[];
  /** A space (RFC 6749 3.3) unless said otherwise. */
  readonly scopeSeparator?: ' ' | ',';
  /** RFC 7636 with S256; false only where the vendor refuses it. */
  readonly pkce: boolean;
  /** How our own app makes itself known at the token endpoint (RFC 6749 2.3.1). `none`: an app without a secret. */
  readonly clientAuthentication: 'basic' | 'post' | 'none';
  /** More for the page of permission, such as `access_type=offline`. */
  readonly authorizationParameters?: Readonly<Record<string, string>>;
  /** The vendor's own error, out of a refusal that is not shaped as RFC 6749 5.2 says, as one of that section's codes. */
  readonly errorOf?: (body: unknown) => string | undefined;
  /** Right after the code was exchanged: a short token made into a long one (Meta). */
  readonly lengthen?: TokenExchange;
  /** In place of the grant `refresh_token`, for vendors that know none. */
  readonly renew?: TokenExchange;
};

/** A step of a vendor's own. Calls go out through `outside.http`; the answer is read with `tokensOf`. */
export type TokenExchange = (
  outside: OAuthOutside,
  client: OAuthClient,
  tokens: OAuthTokens,
) => Promise<Result<OAuthTokens, ChannelProblem>>;

/** The company's own app at the vendor. */
export type OAuthClient = { readonly clientId: string; readonly clientSecret?: string | undefined };

export type OAuthOutside = { readonly http: GuardedFetch; readonly clock: Clock };

/** The same vendor elsewhere: every address keeps its path at `origin`. For tests, and for people with a server of their own in between. */
export const vendorAt = (vendor: OAuthVendor, origin: string): OAuthVendor => {
  const moved = (address: string): string => {
    const { pathname, search } = new URL(address);
    return new URL(pathname + search, origin).href;
  };
  return {
    ...vendor,
    issuer: new URL(origin).origin,
    authorizationEndpoint: moved(vendor.authorizationEndpoint),
    tokenEndpoint: moved(vendor.tokenEndpoint),
    ...(vendor.revocationEndpoint ? { revocationEndpoint: moved(vendor.revocationEndpoint) } : {}),
  };
};
