/**
 * What OAuth 2 vendors share (RFC 6749, 7636, 7009, 9207, 9700). A channel describes its vendor as data and wires four places:
 *
 * ```ts
 * export const vendor: OAuthVendor = { issuer, authorizationEndpoint, tokenEndpoint, scopes: ['read'], pkce: true, clientAuthentication: 'post' };
 * // settings.ts: the company's own app. `clientId` is a field of the form, `clientSecret` a secret one, the tokens come with the grant.
 * export const SecretsSchema = z.object({ clientSecret: z.string().trim().min(1) }).extend(OAuthTokensSchema.shape);
 * // channel.ts
 * authorise: authoriseWith((context) => ({ vendor: vendorAt(vendor, context.settings.apiUrl), client: clientOf(context) })),
 * // client.ts: every call of the API
 * const access = openAccess(context, vendor, client);
 * const answer = await access.use((token) => call(token), (answer) => answer.status === 401);
 * // check.ts
 * const expiresAt = grantEndsAt(context.secrets);
 * ```
 *
 * - `authoriseWith` makes the contract's `authorise {begin, complete, revoke}`: state, PKCE, the code exchanged, refusals in our kinds.
 * - `openAccess` gives tokens that are good: renewed before their end and after a 401, by one process at a time, the new refresh
 *   token sealed before it is used. `invalid_grant` becomes `unauthorised`: only a person can join again.
 * - `grantEndsAt` says until when the grant holds, for `Health.expiresAt`; `missingScopes` what people did not tick.
 * - `lengthen` and `renew` of a vendor are for those that know no refresh token (Meta, Threads): write them over a
 *   call of your own and read the answer with `tokensOf`.
 * - Tests have a strict authorization server in test/peers/vendors/authorization-server.ts.
 */
export { type Access, openAccess } from './access.ts';
export { beginOAuth, completeOAuth } from './authorise.ts';
export { authoriseWith } from './authorise-with.ts';
export { revokeTokens } from './revoke.ts';
export {
  grantEndsAt,
  missingScopes,
  type OAuthTokens,
  OAuthTokensSchema,
  tokensOf,
} from './tokens.ts';
export {
  type OAuthClient,
  type OAuthOutside,
  type OAuthVendor,
  vendorAt,
} from './vendor.ts';
