import { type OAuthClient, type OAuthVendor, vendorAt } from '../authorise-kit/index.ts';
import { LINKEDIN_API, type LinkedinSecrets, type LinkedinSettings } from './settings.ts';

/** https://learn.microsoft.com/en-us/linkedin/dma/pages-data-portability-overview, "Permissions". */
export const LINKEDIN_SCOPES = ['r_dma_admin_pages_content'];

/**
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow: both addresses, the secret in the body, an access
 * token of sixty days, a refresh token for approved apps only. PKCE is for native apps on another page of permission.
 */
const linkedin: OAuthVendor = {
  issuer: 'https://www.linkedin.com',
  authorizationEndpoint: 'https://www.linkedin.com/oauth/v2/authorization',
  tokenEndpoint: 'https://www.linkedin.com/oauth/v2/accessToken',
  scopes: LINKEDIN_SCOPES,
  pkce: false,
  clientAuthentication: 'post',
};

export const knownOf = ({
  settings,
  secrets,
}: {
  readonly settings: LinkedinSettings;
  readonly secrets: Partial<LinkedinSecrets>;
}): { readonly vendor: OAuthVendor; readonly client: OAuthClient } => ({
  vendor: settings.apiUrl === LINKEDIN_API ? linkedin : vendorAt(linkedin, settings.apiUrl),
  client: { clientId: settings.clientId, clientSecret: secrets.clientSecret },
});
