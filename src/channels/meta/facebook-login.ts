import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import {
  beginOAuth,
  completeOAuth,
  type OAuthClient,
  type OAuthOutside,
  type OAuthVendor,
  tokensOf,
  vendorAt,
} from '../authorise-kit/index.ts';
import type { Channel, ChannelContext, ChannelProblem } from '../contract.ts';
import { GRAPH_HOST } from './fields.ts';
import { callGraph, type Graph } from './graph-call.ts';
import { readPages } from './paging.ts';
import { Id, maybe } from './tolerant.ts';

type LoginSettings = {
  readonly clientId: string;
  readonly page: string;
  readonly apiUrl: string;
  readonly apiVersion: string;
};

/** What a channel keeps that lives by a page's token. The token of a page does not end by itself. */
export const PageSecretsSchema = z.object({
  clientSecret: z.string().trim().min(8).max(200),
  earlierClientSecret: z.string().trim().max(200).optional(),
  /** Of the page; absent once its giver took the permission back. */
  accessToken: z.string().min(1).optional(),
  /** App-scoped id of who gave it. */
  userId: z.string().optional(),
});
export type PageSecrets = z.infer<typeof PageSecretsSchema>;

export type PageContext<Settings> = ChannelContext<Settings, PageSecrets>;

export const pageGraph = ({ http, clock, settings, secrets }: PageContext<LoginSettings>): Graph => ({
  ...{ http, clock, base: baseOf(settings), token: secrets.accessToken, tokenIn: 'address' },
  appSecret: secrets.clientSecret,
});

const baseOf = ({ apiUrl, apiVersion }: LoginSettings): string => `${apiUrl}/${apiVersion}`;

/** https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow */
const vendorOf = (settings: LoginSettings, scopes: readonly string[]): OAuthVendor => {
  const vendor: OAuthVendor = {
    issuer: 'https://www.facebook.com',
    authorizationEndpoint: `https://www.facebook.com/${settings.apiVersion}/dialog/oauth`,
    tokenEndpoint: `${GRAPH_HOST}/${settings.apiVersion}/oauth/access_token`,
    scopes,
    scopeSeparator: ',',
    pkce: false,
    clientAuthentication: 'post',
    // People who unticked something are asked for it again.
    authorizationParameters: { auth_type: 'rerequest' },
    errorOf: oauthError,
    lengthen: (outside, client, tokens) => lengthen(outside, settings, client, tokens.accessToken),
  };
  return settings.apiUrl === GRAPH_HOST ? vendor : vendorAt(vendor, settings.apiUrl);
};

const RefusedSchema = z.object({
  error: z.object({ code: z.number().catch(0), error_subcode: z.number().optional().catch(undefined) }),
});

/** Meta's refusals of a code or a secret in the words of RFC 6749 5.2. */
export const oauthError = (body: unknown): string | undefined => {
  const error = RefusedSchema.safeParse(body).data?.error;
  if (!error) return undefined;
  if (error.code === 1 || error.code === 101) return 'invalid_client';
  if (error.code === 191) return 'redirect_uri_mismatch';
  if (error.code === 2 || error.code === 4) return 'temporarily_unavailable';
  return 'invalid_grant';
};

const LongSchema = z.object({ access_token: z.string().min(1), expires_in: maybe(z.number()) });

/** An hour's token for one of sixty days: https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived */
const lengthen = async (
  outside: OAuthOutside,
  settings: LoginSettings,
  { clientId, clientSecret = '' }: OAuthClient,
  short: string,
) => {
  const graph: Graph = { ...outside, base: baseOf(settings), token: short, tokenIn: 'address' };
  const params = {
    grant_type: 'fb_exchange_token',
    client_id: clientId,
    client_secret: clientSecret,
    fb_exchange_token: short,
  };
  const asked = outside.clock.now();
  const long = await callGraph(graph, { path: 'oauth/access_token', params }, LongSchema);
  return long.ok ? ok(tokensOf(long.value.output, {}, asked)) : err(long.error.problem);
};

const PageSchema = z.object({ id: Id, name: maybe(z.string()), access_token: z.string().min(1) });
type Page = z.infer<typeof PageSchema>;

type PageAuthorise<Settings> = NonNullable<Channel<Settings, PageSecrets>['authorise']>;

/** The way to Facebook's page of permission and back, ending with the token of one page. */
export const authorisePage = <Settings extends LoginSettings>(
  scopes: readonly string[],
): PageAuthorise<Settings> => ({
  begin: async ({ settings, secrets }, redirectUri, state) => {
    if (!secrets.clientSecret)
      return err({ kind: 'misconfigured', field: 'clientSecret', detail: 'the app secret is missing' });
    return ok(
      await beginOAuth(vendorOf(settings, scopes), { clientId: settings.clientId }, redirectUri, state),
    );
  },
  complete: async (context, keep, parameters) => {
    const { settings, secrets, http, clock } = context;
    const { clientSecret = '' } = secrets;
    const client = { clientId: settings.clientId, clientSecret };
    const user = await completeOAuth(context, vendorOf(settings, scopes), client, keep, parameters);
    if (!user.ok) return user;
    const graph: Graph = {
      ...{ http, clock, base: baseOf(settings), token: user.value.accessToken, tokenIn: 'address' },
      appSecret: clientSecret,
    };
    const me = await callGraph(graph, { path: 'me', params: { fields: 'id' } }, z.object({ id: Id }));
    if (!me.ok) return err(me.error.problem);
    const page = await choosePage(graph, settings.page);
    if (!page.ok) return page;
    const { earlierClientSecret } = secrets;
    return ok({
      clientSecret,
      ...(earlierClientSecret ? { earlierClientSecret } : {}),
      accessToken: page.value.access_token,
      userId: me.value.output.id,
    });
  },
});

/** The one that was named, or the only one. https://developers.facebook.com/docs/pages-api/getting-started#get-a-page-access-token */
const choosePage = async (graph: Graph, wanted: string): Promise<Result<Page, ChannelProblem>> => {
  const listed = await readPages(
    graph,
    { path: 'me/accounts', params: { fields: 'id,name,access_token', limit: 100 } },
    10,
  );
  if (!listed.ok) return err(listed.error.problem);
  const pages = listed.value.data.flatMap((one) => PageSchema.safeParse(one).data ?? []);
  const name = wanted.trim().toLowerCase();
  const found = name
    ? pages.filter((page) => page.id === name || page.name?.trim().toLowerCase() === name)
    : pages;
  const [page] = found;
  if (page && found.length === 1) return ok(page);
  const detail = page
    ? 'several pages were given: write the name of the one that is meant'
    : 'no page of that name was given: tick it when Facebook asks';
  return err({ kind: 'misconfigured', field: 'page', detail });
};
