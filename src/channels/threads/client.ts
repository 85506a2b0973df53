import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import {
  type OAuthClient,
  type OAuthOutside,
  type OAuthTokens,
  type OAuthVendor,
  openAccess,
  tokensOf,
  vendorAt,
} from '../authorise-kit/index.ts';
import type { ChannelContext, ChannelProblem } from '../contract.ts';
import { oauthError } from '../meta/facebook-login.ts';
import { callGraph, type Graph } from '../meta/graph-call.ts';
import { maybe } from '../meta/tolerant.ts';
import { THREADS_HOST, type ThreadsSecrets, type ThreadsSettings } from './settings.ts';

export type ThreadsContext = ChannelContext<ThreadsSettings, ThreadsSecrets>;

/** https://developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions */
export const threadsScopes = [
  'threads_basic',
  'threads_content_publish',
  'threads_read_replies',
  'threads_manage_replies',
  'threads_manage_mentions',
  'threads_keyword_search',
  'threads_delete',
];

const DAY_MS = 86_400_000;

/**
 * An hour's token is made into one of sixty days, which makes itself anew once it is a day old; once it has ended only a person can help.
 * https://developers.facebook.com/docs/threads/get-started/long-lived-tokens
 */
export const vendorOf = (apiUrl: string): OAuthVendor => {
  const vendor: OAuthVendor = {
    issuer: 'https://threads.net',
    authorizationEndpoint: 'https://threads.net/oauth/authorize',
    tokenEndpoint: `${THREADS_HOST}/oauth/access_token`,
    scopes: threadsScopes,
    scopeSeparator: ',',
    pkce: false,
    clientAuthentication: 'post',
    lifetimeMs: 60 * DAY_MS,
    renewBeforeMs: 30 * DAY_MS,
    errorOf: (body) => oauthError(body) ?? plainError(body),
    lengthen: (outside, client, { accessToken }) =>
      exchange(outside, apiUrl, 'access_token', accessToken, {
        grant_type: 'th_exchange_token',
        client_secret: client.clientSecret ?? '',
      }),
    renew: (outside, _client, { accessToken }) =>
      exchange(outside, apiUrl, 'refresh_access_token', accessToken, { grant_type: 'th_refresh_token' }),
  };
  return apiUrl === THREADS_HOST ? vendor : vendorAt(vendor, apiUrl);
};

/** Its token endpoint answers `{error_type, code, error_message}`. */
const plainError = (body: unknown): string | undefined =>
  z.object({ error_type: z.string() }).safeParse(body).success ? 'invalid_grant' : undefined;

const TokenSchema = z.object({ access_token: z.string().min(1), expires_in: maybe(z.number()) });

const exchange = async (
  outside: OAuthOutside,
  apiUrl: string,
  path: string,
  token: string,
  params: Readonly<Record<string, string>>,
): Promise<Result<OAuthTokens, ChannelProblem>> => {
  const asked = outside.clock.now();
  const graph: Graph = { ...outside, base: apiUrl, token, tokenIn: 'address' };
  const answer = await callGraph(graph, { path, params }, TokenSchema);
  if (!answer.ok) return err(answer.error.problem);
  return ok(tokensOf(answer.value.output, { lifetimeMs: 60 * DAY_MS, renewBeforeMs: 30 * DAY_MS }, asked));
};

export const clientOf = ({
  settings,
  secrets,
}: {
  readonly settings: ThreadsSettings;
  readonly secrets: Partial<ThreadsSecrets>;
}): OAuthClient => ({ clientId: settings.clientId, clientSecret: secrets.clientSecret });

/** The host with a token that holds, renewed when it is half spent. Threads takes no `appsecret_proof`. */
export const openThreads = async (context: ThreadsContext): Promise<Result<Graph, ChannelProblem>> => {
  const { http, clock, settings, secrets } = context;
  const { accessToken } = secrets;
  if (accessToken === undefined)
    return err({ kind: 'unauthorised', detail: 'no permission is kept: join this channel again' });
  type Held = ThreadsSecrets & OAuthTokens;
  const { renewSecrets } = context;
  const held = {
    ...{ http, clock, log: context.log, secrets: { ...secrets, accessToken } },
    keepSecrets: (change: Partial<Held>) => context.keepSecrets(change),
    ...(renewSecrets
      ? {
          renewSecrets: async (renew: (current: Held) => Promise<Result<Partial<Held>, ChannelProblem>>) => {
            const kept = await renewSecrets((current) =>
              renew({ ...current, accessToken: current.accessToken ?? accessToken }),
            );
            return kept.ok ? ok({ ...kept.value, accessToken: kept.value.accessToken ?? accessToken }) : kept;
          },
        }
      : {}),
  };
  const token = await openAccess<ThreadsSettings, Held>(
    held,
    vendorOf(settings.apiUrl),
    clientOf(context),
  ).token();
  if (!token.ok) return token;
  return ok({ http, clock, base: `${settings.apiUrl}/v1.0`, token: token.value, tokenIn: 'address' });
};
