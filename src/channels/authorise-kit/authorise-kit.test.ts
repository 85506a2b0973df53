import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AuthorizationRules,
  type AuthorizationServer,
  createAuthorizationServer,
  json,
} from '../../../test/peers/vendors/authorization-server.ts';
import { serveVendor } from '../../../test/peers/vendors/serve.ts';
import { fixedClock } from '../../platform/clock.ts';
import { createGuardedFetch } from '../../platform/fetch/index.ts';
import { silentLog } from '../../platform/log.ts';
import { expectOk, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import {
  beginOAuth,
  completeOAuth,
  grantEndsAt,
  missingScopes,
  type OAuthTokens,
  type OAuthVendor,
  openAccess,
  revokeTokens,
  vendorAt,
} from './index.ts';

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
const clock = fixedClock(new Date('2026-11-22T10:00:00Z'));
const client = { clientId: 'cantina-app', clientSecret: 'segreto +/=' };
const back = 'https://cantina.example/api/connections/oauth/callback';
const known: OAuthVendor = {
  issuer: 'https://vendor.example',
  authorizationEndpoint: 'https://vendor.example/authorize',
  tokenEndpoint: 'https://tokens.vendor.example/token',
  revocationEndpoint: 'https://tokens.vendor.example/revoke',
  scopes: ['read', 'answer'],
  pkce: true,
  clientAuthentication: 'post',
};
const usual: AuthorizationRules = {
  ...client,
  redirectUris: [back],
  scopes: ['read', 'answer', 'delete'],
  authorizePath: '/authorize',
  tokenPath: '/token',
  revokePath: '/revoke',
  clientAuthentication: 'post',
  pkce: 'required',
  accessSeconds: 3_600,
  refreshSeconds: 365 * 86_400,
  rotates: true,
};

type Renewing = Promise<Result<Partial<OAuthTokens>, ChannelProblem>>;

describe('the way to a vendor’s permission', () => {
  let server: AuthorizationServer;
  let vendor: OAuthVendor;
  let close: () => Promise<void>;
  const outside = { http, clock };

  const start = async (rules: Partial<AuthorizationRules> = {}, dialect: Partial<OAuthVendor> = {}) => {
    const serving = await serveVendor((asked) => server.handle(asked) ?? { status: 404 });
    server = createAuthorizationServer({ ...usual, iss: serving.origin, ...rules }, clock);
    vendor = { ...vendorAt(known, serving.origin), ...dialect };
    close = serving.close;
  };
  beforeEach(() => start());
  afterEach(() => close());
  afterAll(() => http.close());

  const visit = async (state = 'stato-1') => {
    const { url, keep } = await beginOAuth(vendor, client, back, state);
    const page = expectOk(await http.request(url, { redirect: 'manual' }));
    const returned = URL.parse(page.headers.get('location') ?? '')?.searchParams;
    return { keep, parameters: Object.fromEntries(returned ?? []), status: page.status };
  };
  const join = async () => {
    const { keep, parameters } = await visit();
    return completeOAuth(outside, vendor, client, keep, parameters);
  };
  const restart = async (rules: Partial<AuthorizationRules>, dialect: Partial<OAuthVendor> = {}) => {
    await close();
    await start(rules, dialect);
  };
  /** What the core keeps for one connection, renewed by one at a time. */
  const holder = (tokens: OAuthTokens) => {
    let kept = tokens;
    const order: string[] = [];
    let turn: Promise<unknown> = Promise.resolve();
    const context = () => ({
      ...{ secrets: kept, http, clock, log: silentLog },
      keepSecrets: async (change: Partial<OAuthTokens>) => {
        kept = { ...kept, ...change };
      },
      renewSecrets: async (renew: (current: OAuthTokens) => Renewing) => {
        const mine = turn.then(async () => {
          const renewed = await renew(kept);
          if (!renewed.ok) return renewed;
          kept = { ...kept, ...renewed.value };
          order.push(`sealed ${kept.refreshToken}`);
          return ok(kept);
        });
        turn = mine;
        return mine;
      },
    });
    return { context, order, kept: () => kept };
  };

  it('brings tokens with the time that they hold, counted from the question', async () => {
    const tokens = expectOk(await join());
    expect(tokens).toMatchObject({
      accessToken: expect.stringMatching(/^access-/),
      refreshToken: expect.stringMatching(/^refresh-/),
      accessExpiresAt: '2026-11-22T11:00:00.000Z',
      renewAfter: '2026-11-22T10:55:00.000Z',
      grantedScope: 'read answer',
    });
    expect(server.judge(`Bearer ${tokens.accessToken}`, 'read')).toBe('good');
    expect(grantEndsAt(tokens)?.toISOString()).toBe('2027-11-22T10:00:00.000Z');
  });

  it('goes by basic authentication, commas and no PKCE where the vendor wants it so', async () => {
    await restart(
      { clientAuthentication: 'basic', scopeSeparator: ',', pkce: 'refused' },
      { clientAuthentication: 'basic', scopeSeparator: ',', pkce: false },
    );
    const tokens = expectOk(await join());
    expect(tokens.grantedScope).toBe('read,answer');
    expect(missingScopes(tokens, ['read', 'answer', 'delete'])).toEqual(['delete']);
  });

  it('asks for what makes the vendor give a refresh token', async () => {
    const offline = { access_type: 'offline', prompt: 'consent' };
    await restart({ refreshTokenFor: offline });
    expect(expectOk(await join()).refreshToken).toBeUndefined();
    await restart({ refreshTokenFor: offline }, { authorizationParameters: offline });
    expect(expectOk(await join()).refreshToken).toBeDefined();
  });

  it('reads answers without a type and without an end', async () => {
    await restart({ leavesOut: ['token_type', 'expires_in'], rotates: true });
    const tokens = expectOk(await join());
    expect(tokens).toMatchObject({ accessToken: expect.any(String) });
    expect(tokens.accessExpiresAt).toBeUndefined();
    await restart({ leavesOut: ['expires_in'] }, { lifetimeMs: 60_000 });
    expect(expectOk(await join()).accessExpiresAt).toBe('2026-11-22T10:01:00.000Z');
  });

  it.each([
    ['another state', { state: 'stato-2' }],
    ['no state', { state: '' }],
    ['another vendor’s name', { iss: 'https://elsewhere.example' }],
    ['no code', { code: '' }],
    ['a code of nobody', { code: 'code-invented' }],
  ])('takes nothing from a return with %s', async (_what, change) => {
    const { keep, parameters } = await visit();
    const refused = await completeOAuth(outside, vendor, client, keep, { ...parameters, ...change });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
  });

  it('says what stood in the way, in kinds that people have words for', async () => {
    server.setPerson({ denies: true });
    expect(await join()).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
    server.setPerson({ denies: false });
    const { keep, parameters } = await visit();
    const wrong = { ...client, clientSecret: 'altro' };
    expect(await completeOAuth(outside, vendor, wrong, keep, parameters)).toMatchObject({
      ok: false,
      error: { kind: 'misconfigured', field: 'clientSecret' },
    });
    const kindOf = async (answer: Parameters<AuthorizationServer['answerTokensWith']>[0]) => {
      server.answerTokensWith(answer);
      const joined = await join();
      return joined.ok ? 'ok' : joined.error.kind;
    };
    expect(await kindOf(json(503, {}))).toBe('server-error');
    expect(await kindOf(json(429, {}, { 'retry-after': '30' }))).toBe('rate-limited');
    expect(await kindOf(json(400, { error: 'redirect_uri_mismatch' }))).toBe('misconfigured');
    expect(await kindOf(json(200, { access_token: 7 }))).toBe('bad-response');
    expect(await kindOf(json(200, []))).toBe('bad-response');
    expect(await kindOf({ status: 200, body: '<html>' })).toBe('bad-response');
    expect(await kindOf({ status: 302, headers: { location: 'https://elsewhere.example/' } })).toBe(
      'bad-response',
    );
    await close();
    expect(await completeOAuth(outside, vendor, client, keep, parameters)).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    });
    await start();
  });

  it('keeps one’s own errors of a vendor in the kinds of the standard', async () => {
    await restart(
      {},
      { errorOf: (body) => (JSON.stringify(body).includes('190') ? 'invalid_grant' : undefined) },
    );
    server.answerTokensWith(json(400, { error: { message: 'expired', code: 190 } }));
    expect(await join()).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
  });

  it('renews before the end, once for many at the same time, and seals before it uses', async () => {
    const { context, order, kept } = holder(expectOk(await join()));
    const first = kept();
    clock.advance(56 * 60_000);
    const used = await Promise.all(
      Array.from({ length: 6 }, () =>
        openAccess(context(), vendor, client).use(
          async (token) => {
            order.push(`used ${token === first.accessToken ? 'old' : 'new'}`);
            return server.judge(`Bearer ${token}`);
          },
          (answer) => answer === 'refused',
        ),
      ),
    );
    expect(used.map((answer) => expectOk(answer))).toEqual(Array(6).fill('good'));
    expect(server.asked).toEqual(['authorization_code', 'refresh_token']);
    expect(kept().refreshToken).not.toBe(first.refreshToken);
    expect(order[0]).toBe(`sealed ${kept().refreshToken}`);
    expect(order).not.toContain('used old');
  });

  it('renews what is refused before its time, and asks once more', async () => {
    const { context, kept } = holder(expectOk(await join()));
    server.endAccessTokens();
    const access = openAccess(context(), vendor, client);
    const call = async (token: string) => server.judge(`Bearer ${token}`);
    expect(await access.use(call, (answer) => answer === 'refused')).toEqual(ok('good'));
    expect(expectOk(await access.token())).toBe(kept().accessToken);
    expect(server.asked).toEqual(['authorization_code', 'refresh_token']);
  });

  it('keeps the old refresh token where no new one is given', async () => {
    await restart({ rotates: false });
    const { context, kept } = holder(expectOk(await join()));
    const { refreshToken } = kept();
    for (let turn = 0; turn < 3; turn += 1) {
      clock.advance(3_600_000);
      expectOk(await openAccess(context(), vendor, client).token());
    }
    expect(kept().refreshToken).toBe(refreshToken);
    expect(server.asked.length).toBe(4);
  });

  it('asks people to join again when the permission was withdrawn', async () => {
    const { context, kept } = holder(expectOk(await join()));
    const before = kept();
    server.withdrawAll();
    const access = openAccess(context(), vendor, client);
    const answer = await access.use(
      async (token) => server.judge(`Bearer ${token}`),
      (said) => said === 'refused',
    );
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'unauthorised', detail: expect.stringContaining('join this channel again') },
    });
    expect(kept()).toEqual(before);
  });

  it('goes on with what still holds while the vendor is away, and no longer', async () => {
    const { context, kept } = holder(expectOk(await join()));
    clock.advance(56 * 60_000);
    server.answerTokensWith(json(503, {}));
    expect(expectOk(await openAccess(context(), vendor, client).token())).toBe(kept().accessToken);
    clock.advance(5 * 60_000);
    expect(await openAccess(context(), vendor, client).token()).toMatchObject({
      ok: false,
      error: { kind: 'server-error' },
    });
    server.answerTokensWith(undefined);
    expectOk(await openAccess(context(), vendor, client).token());
  });

  it('says so when nothing can be renewed', async () => {
    await restart({ leavesOut: ['refresh_token'] });
    const tokens = expectOk(await join());
    const { context } = holder(tokens);
    expect(grantEndsAt(tokens)?.toISOString()).toBe(tokens.accessExpiresAt);
    clock.advance(3_600_001);
    expect(await openAccess(context(), vendor, client).token()).toMatchObject({
      ok: false,
      error: { kind: 'unauthorised' },
    });
  });

  it('lengthens and renews in a vendor’s own way', async () => {
    const own = (name: string) => async () =>
      ok({ accessToken: name, accessExpiresAt: '2026-12-31T00:00:00.000Z' });
    await restart({}, { lengthen: own('long'), renew: own('renewed') });
    const { context, kept } = holder(expectOk(await join()));
    expect(kept().accessToken).toBe('long');
    const access = openAccess(context(), vendor, client);
    const seen: string[] = [];
    await access.use(
      async (token) => seen.push(token),
      () => seen.length === 1,
    );
    expect(seen).toEqual(['long', 'renewed']);
  });

  it('gives the permission back', async () => {
    const tokens = expectOk(await join());
    expect(server.isGranted()).toBe(true);
    expectOk(await revokeTokens(outside, vendor, client, tokens));
    expect(server.isGranted()).toBe(false);
    expectOk(await revokeTokens(outside, vendor, client, tokens));
  });
});
