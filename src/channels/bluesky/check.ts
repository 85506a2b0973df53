import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, Health, Words } from '../contract.ts';
import { clockSkewOf } from '../http-problem.ts';
import { profilePage } from './at-uri.ts';
import { type BlueskyClient, openClient } from './client.ts';
import type { BlueskyContext } from './session.ts';
import { callXrpc, type XrpcFailure } from './xrpc.ts';

/** Reads our own profile back, with the kept session or a new one. App passwords do not run out, so nothing here expires. */
export const checkBluesky = async (context: BlueskyContext): Promise<Result<Health, ChannelProblem>> => {
  const client = await openClient(context);
  if (!client.ok) return err(await explain(context, client.error));
  const profile = await client.value.query(
    'app.bsky.actor.getProfile',
    { actor: client.value.did },
    ProfileSchema,
  );
  if (!profile.ok) return err(await explain(context, profile.error));
  const { did, handle, displayName } = profile.value.output;
  const name = displayName && cleanLine(displayName, 200);
  const clockSkewMs = clockSkewOf(profile.value.headers, context.clock);
  return ok({
    account: { nativeId: did, handle, url: profilePage(did, handle), ...(name ? { name } : {}) },
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    notices: noticesOf(client.value, context),
  });
};

const ProfileSchema = z.object({
  did: z.string(),
  handle: z.string().transform((handle) => cleanLine(handle, 253)),
  displayName: z.string().optional().catch(undefined),
});

/** The server answers an unknown handle and a wrong password alike: it is asked for the handle alone. */
const explain = async (context: BlueskyContext, failure: XrpcFailure): Promise<ChannelProblem> => {
  if (failure.problem.kind !== 'unauthorised') return failure.problem;
  const { handle, service } = context.settings;
  const found = await callXrpc(
    context,
    service,
    { nsid: 'com.atproto.identity.resolveHandle', method: 'GET', params: { handle } },
    z.object({ did: z.string() }),
  );
  const isUnknown = !found.ok && found.error.effect === 'refused';
  return isUnknown
    ? { kind: 'misconfigured', field: 'handle', detail: 'nobody has this handle' }
    : { kind: 'unauthorised', detail: `appPassword: ${failure.problem.detail}` };
};

const noticesOf = (client: BlueskyClient, { settings }: BlueskyContext): readonly Words[] => [
  ...(scopeOf(client.accessToken()) === 'com.atproto.access' ? [mainPasswordNotice] : []),
  ...(settings.publicSearch || settings.stream ? [] : [onlyMentionsNotice]),
];

const mainPasswordNotice: Words = {
  it: 'Questa è la password principale dell’account. Funziona, ma è meglio una password per app, che si revoca da sola: creala su Bluesky in Impostazioni > Privacy e sicurezza e mettila qui.',
  en: 'This is the account’s main password. It works, but an app password is better, as it can be revoked by itself: make one on Bluesky under Settings > Privacy and security and put it here.',
};

const onlyMentionsNotice: Words = {
  it: 'Ricerca e diretta sono spente: arrivano solo le menzioni e le risposte rivolte a voi.',
  en: 'Search and live listening are off: only mentions of you and replies to you arrive.',
};

/** The scope that a token names in its middle part (RFC 7519); undefined for tokens that are no JWT. */
const scopeOf = (token: string): string | undefined => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return z.object({ scope: z.string() }).safeParse(claims).data?.scope;
  } catch {
    return undefined;
  }
};
