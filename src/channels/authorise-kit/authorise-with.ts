import { err, ok } from '../../platform/result.ts';
import type { Channel, ChannelContext } from '../contract.ts';
import { beginOAuth, completeOAuth } from './authorise.ts';
import { revokeTokens } from './revoke.ts';
import type { OAuthTokens } from './tokens.ts';
import type { OAuthClient, OAuthVendor } from './vendor.ts';

/**
 * The contract's `authorise` for a channel of this vendor. `known` reads vendor and app out of what the form said; it is called with
 * partial secrets, since the grant is not there yet.
 */
export const authoriseWith = <
  Settings,
  Secrets extends OAuthTokens & { readonly clientSecret?: string | undefined },
>(
  known: (context: Pick<ChannelContext<Settings, Partial<Secrets>>, 'settings' | 'secrets'>) => {
    readonly vendor: OAuthVendor;
    readonly client: OAuthClient;
  },
): NonNullable<Channel<Settings, Secrets>['authorise']> => ({
  begin: async (context, redirectUri, state) => {
    const { vendor, client } = known(context);
    if (vendor.clientAuthentication !== 'none' && !client.clientSecret) {
      return err({
        kind: 'misconfigured',
        field: 'clientSecret',
        detail: 'the secret of the app is missing',
      });
    }
    return ok(await beginOAuth(vendor, client, redirectUri, state));
  },
  complete: async (context, keep, parameters) => {
    const { vendor, client } = known(context);
    const tokens = await completeOAuth(context, vendor, client, keep, parameters);
    // Laid over what is kept: where no new refresh token came, the old one stays.
    return tokens.ok ? ok(tokens.value as unknown as Secrets) : tokens;
  },
  revoke: async (context) => {
    const { vendor, client } = known(context);
    return revokeTokens(context, vendor, client, context.secrets);
  },
});
