import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { err, ok } from '../../platform/result.ts';
import type { Channel, ChannelProblem } from '../contract.ts';
import { callApi } from './call-api.ts';
import { notAnInstance } from './check.ts';
import type { FediverseSecrets, FediverseSettings } from './settings.ts';

type Authorise = NonNullable<Channel<FediverseSettings, FediverseSecrets>['authorise']>;

/** As little as the work needs: no following, blocking or changing of the profile. */
const scope = 'read write:statuses write:media';

const AppSchema = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });

/**
 * Registers this installation with the instance (each has its own list of applications) and sends the person to its
 * page (RFC 6749 4.1, with RFC 7636 where the instance knows it). A token pasted into the form makes the journey
 * needless: the person comes straight back.
 */
export const beginFediverse: Authorise['begin'] = async (context, redirectUri, state) => {
  const { instance: origin } = context.settings;
  if (context.secrets.pastedToken && !context.secrets.accessToken)
    return ok(straightBack(redirectUri, state));
  const json = {
    client_name: 'Passaparola',
    redirect_uris: redirectUri,
    scopes: scope,
    website: new URL(redirectUri).origin,
  };
  const app = await callApi(context, origin, { method: 'POST', path: '/api/v1/apps', json }, AppSchema);
  if (!app.ok) return err(notAnInstance(app.error));
  const { client_id: clientId, client_secret: clientSecret } = app.value.output;
  const verifier = randomBytes(32).toString('base64url');
  const url = new URL('/oauth/authorize', origin);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return ok({ url: url.href, keep: { clientId, clientSecret, redirectUri, verifier } });
};

const straightBack = (redirectUri: string, state: string) => {
  const url = new URL(redirectUri);
  url.searchParams.set('state', state);
  url.searchParams.set('code', 'pasted');
  return { url: url.href, keep: { pasted: '1' } };
};

const KeepSchema = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  redirectUri: z.string(),
  verifier: z.string(),
});

const TokenSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string().optional().catch(undefined),
});

/** The code that the person brought back, made into a token. */
export const completeFediverse: Authorise['complete'] = async (context, keep, parameters) => {
  const { pastedToken } = context.secrets;
  // Kept as both: a renewal then goes through the instance's page, and a token pasted later goes before.
  if (keep.pasted === '1') return ok({ accessToken: pastedToken, pastedToken });
  const kept = KeepSchema.safeParse(keep).data;
  const { code } = parameters;
  if (!kept || !code) return err(refusal(parameters));
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    client_id: kept.clientId,
    client_secret: kept.clientSecret,
    redirect_uri: kept.redirectUri,
    scope,
    code_verifier: kept.verifier,
  });
  const { instance } = context.settings;
  const token = await callApi(context, instance, { method: 'POST', path: '/oauth/token', form }, TokenSchema);
  if (!token.ok) {
    const { problem, effect } = token.error;
    return err(effect === 'refused' ? { kind: 'unauthorised', detail: problem.detail } : problem);
  }
  const { access_token: accessToken, scope: grantedScope } = token.value.output;
  return ok({ accessToken, pastedToken: undefined, ...(grantedScope ? { grantedScope } : {}) });
};

const refusal = ({ error }: Readonly<Record<string, string>>): ChannelProblem => ({
  kind: 'unauthorised',
  detail:
    error === 'access_denied' ? 'the permission was not given' : 'nothing was brought back from the instance',
});

export const fediverseAuthorise: Authorise = { begin: beginFediverse, complete: completeFediverse };
