import { type OAuthVendor, vendorAt } from '../authorise-kit/index.ts';

/**
 * https://developers.google.com/identity/protocols/oauth2/web-server (checked 2026-11-22): `access_type=offline` for a refresh token, which comes
 * only with the first consent unless `prompt=consent` asks anew; revocation ends the refresh token and its access tokens. While an app's
 * publishing status is "Testing", Google says in `refresh_token_expires_in` that the permission ends after seven days.
 */
const google = {
  issuer: 'https://accounts.google.com',
  authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  revocationEndpoint: 'https://oauth2.googleapis.com/revoke',
  pkce: true,
  clientAuthentication: 'post',
  authorizationParameters: { access_type: 'offline', prompt: 'consent' },
} as const;

/** Google for one of its APIs; elsewhere than `usual` when the API is. */
export const googleVendor = (scopes: readonly string[], apiUrl: string, usual: string): OAuthVendor => {
  const vendor: OAuthVendor = { ...google, scopes };
  return apiUrl === usual ? vendor : vendorAt(vendor, apiUrl);
};
