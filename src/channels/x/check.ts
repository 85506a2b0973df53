import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { grantEndsAt, missingScopes } from '../authorise-kit/index.ts';
import type { ChannelProblem, Health, Words } from '../contract.ts';
import { openClient } from './client.ts';
import type { XContext } from './context.ts';
import { UserSchema } from './entities.ts';
import { xPrices } from './prices.ts';
import { vendorOf } from './vendor.ts';

const MeSchema = z.object({ data: UserSchema });

/** Who we are; with a token of the app alone, whom we listen for. A user looked at again on the same day costs nothing. */
export const checkX = async (context: XContext): Promise<Result<Health, ChannelProblem>> => {
  const { settings, secrets } = context;
  if (secrets.bearerToken && settings.username === '')
    return err({
      kind: 'misconfigured',
      field: 'username',
      detail: 'a pasted token needs a name to listen for',
    });
  const path = secrets.bearerToken
    ? `/2/users/by/username/${encodeURIComponent(settings.username)}`
    : '/2/users/me';
  const client = openClient(context);
  const query = { 'user.fields': 'name,profile_image_url,username' };
  const me = await client.buy({ path, query }, MeSchema, {
    worst: xPrices.userRead,
    thingsOf: ({ data }) => [{ id: `user:${data.id}`, price: xPrices.userRead }],
    isListening: false,
  });
  if (!me.ok) return err(me.error.problem);
  const { id, username, name } = me.value.data;
  const expiresAt = secrets.bearerToken ? undefined : grantEndsAt(secrets);
  const canWrite = missingScopes(secrets, vendorOf(context).scopes).length === 0;
  return ok({
    account: {
      nativeId: id,
      handle: `@${username}`,
      ...(name ? { name } : {}),
      url: `https://x.com/${username}`,
    },
    ...(expiresAt ? { expiresAt } : {}),
    notices: [...(secrets.bearerToken ? [readsOnlyNotice] : canWrite ? [] : [missingNotice])],
  });
};

const readsOnlyNotice: Words = {
  it: 'Con il token della sola app si ascolta e non si risponde.',
  en: 'With the token of the app alone we listen and cannot answer.',
};

const missingNotice: Words = {
  it: 'Non tutti i permessi chiesti sono stati dati: per rispondere rinnova l’accesso e concedi tutto.',
  en: 'Not all permissions were given: to answer, renew the access and grant all.',
};
