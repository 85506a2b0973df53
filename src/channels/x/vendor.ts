import { ok } from '../../platform/result.ts';
import { authoriseWith, type OAuthClient, type OAuthVendor, vendorAt } from '../authorise-kit/index.ts';
import type { Channel } from '../contract.ts';
import { X_API, type XSecrets, type XSettings } from './settings.ts';

/** https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code: tokens of two hours, and with `offline.access` a refresh token that holds once. */
const vendor: OAuthVendor = {
  issuer: 'https://x.com',
  authorizationEndpoint: 'https://x.com/i/oauth2/authorize',
  tokenEndpoint: 'https://api.x.com/2/oauth2/token',
  revocationEndpoint: 'https://api.x.com/2/oauth2/revoke',
  scopes: ['tweet.read', 'users.read', 'tweet.write', 'offline.access'],
  pkce: true,
  clientAuthentication: 'basic',
  lifetimeMs: 2 * 3_600_000,
  /** "Refresh tokens are valid for six months" as X's staff has said; not in the reference: the warning comes early rather than late. */
  refreshLifetimeMs: 180 * 86_400_000,
};

type Known = { readonly settings: XSettings; readonly secrets: Partial<XSecrets> };

export const vendorOf = ({ settings }: Pick<Known, 'settings'>): OAuthVendor =>
  settings.apiUrl === X_API ? vendor : vendorAt(vendor, settings.apiUrl);

export const clientOf = ({ settings, secrets }: Known): OAuthClient => ({
  clientId: settings.clientId,
  clientSecret: secrets.clientSecret,
});

const byPermission = authoriseWith<XSettings, XSecrets>((context) => ({
  vendor: vendorOf(context),
  client: clientOf(context),
}));

/** A token of the app alone makes the journey needless: the person comes straight back. */
export const authoriseX: NonNullable<Channel<XSettings, XSecrets>['authorise']> = {
  begin: async (context, redirectUri, state) => {
    if (!context.secrets.bearerToken) return byPermission.begin(context, redirectUri, state);
    const url = new URL(redirectUri);
    url.searchParams.set('state', state);
    url.searchParams.set('code', 'pasted');
    return ok({ url: url.href, keep: { pasted: '1' } });
  },
  complete: async (context, keep, parameters) => {
    const { bearerToken } = context.secrets;
    if (keep.pasted !== '1' || !bearerToken) return byPermission.complete(context, keep, parameters);
    return ok({ accessToken: bearerToken, bearerToken });
  },
  revoke: async (context) =>
    context.secrets.bearerToken ? ok(undefined) : (byPermission.revoke?.(context) ?? ok(undefined)),
};
