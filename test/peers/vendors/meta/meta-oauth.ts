import type { Answer, Asked } from '../authorization-server.ts';
import { json } from './graph-answer.ts';
import type { GraphNode } from './graph-fields.ts';
import type { Token, Vendor } from './meta-server.ts';

/** The page of permission and what turns codes into tokens, tokens into longer ones; undefined for all other paths. */
export const oauth = (vendor: Vendor, request: Asked): Answer | undefined => {
  const { app, codes, tokens, state, now } = vendor;
  const { pathname, searchParams } = request.url;
  const isThreads = pathname.startsWith('/oauth/') || /^\/(refresh_)?access_token$/.test(pathname);
  const given = Object.fromEntries([...searchParams, ...new URLSearchParams(request.body)]);
  if (/\/dialog\/oauth$/.test(pathname) || pathname === '/oauth/authorize') {
    // https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow : scopes parted by commas, an exact address of return.
    if (given.client_id !== app.id) return json(400, { error: { code: 101, message: 'Invalid App ID' } });
    if (!state.redirectUris.includes(given.redirect_uri ?? ''))
      return json(400, { error: { code: 191, message: 'URL Blocked' } });
    if (!given.state) return json(400, { error: { code: 100, message: 'state is missing' } });
    const scopes = (given.scope ?? '').split(',').filter((scope) => !state.unticked.includes(scope));
    if (scopes.some((scope) => !/^(pages_|instagram_|threads_|business_management$)/.test(scope)))
      return json(400, { error: { code: 100, message: `Invalid Scopes: ${given.scope}` } });
    const code = vendor.fresh('AQ');
    codes.set(code, { redirectUri: given.redirect_uri ?? '', scopes, used: false });
    const back = new URL(given.redirect_uri ?? '');
    back.search = new URLSearchParams({ code, state: given.state }).toString();
    return { status: 302, headers: { location: back.href } };
  }
  const refuse = (code: number, message: string, subcode?: number) =>
    json(400, {
      error: { message, type: 'OAuthException', code, ...(subcode ? { error_subcode: subcode } : {}) },
    });
  const hour = () => now() + 3_600_000;
  if (pathname.endsWith('/oauth/access_token') && given.grant_type !== 'fb_exchange_token') {
    if (given.client_id !== app.id || given.client_secret !== app.secret)
      return refuse(1, 'Error validating client secret.');
    const code = codes.get(given.code ?? '');
    if (!code || code.redirectUri !== given.redirect_uri)
      return refuse(100, 'Error validating verification code.', 36008);
    if (code.used) return refuse(100, 'This authorization code has been used.', 36009);
    code.used = true;
    const token: Token = isThreads
      ? { kind: 'threads', scopes: code.scopes, me: '24680', userId: '24680', endsAt: hour() }
      : { kind: 'user', scopes: code.scopes, me: '13579', userId: '13579', endsAt: hour() };
    const text = vendor.grant(token, isThreads ? 'TH' : 'EAA');
    // https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived#long-lived-page-token : no end of their own.
    for (const page of isThreads ? [] : vendor.objects.values()) {
      if (page.type !== 'page') continue;
      const own: Token = {
        kind: 'page',
        scopes: code.scopes,
        me: String(page.id),
        userId: token.userId,
        endsAt: undefined,
      };
      vendor.put({ ...page, access_token: vendor.grant(own, 'EAAP') });
    }
    const user = isThreads ? undefined : vendor.objects.get(token.me);
    if (user)
      vendor.put({
        ...user,
        accounts: (user.accounts as GraphNode[]).map(({ id }) => vendor.objects.get(String(id))),
      });
    return isThreads
      ? json(200, { access_token: text, user_id: 24680 })
      : json(200, { access_token: text, token_type: 'bearer', expires_in: 3_600 });
  }
  const SIXTY_DAYS = 60 * 86_400;
  const long = (text: string): Answer => {
    const short = tokens.get(text);
    if (!short || (short.endsAt ?? 0) <= now()) return refuse(190, 'Error validating access token', 463);
    const longer = vendor.grant({ ...short, endsAt: now() + SIXTY_DAYS * 1_000 }, isThreads ? 'THL' : 'EAAL');
    return json(200, { access_token: longer, token_type: 'bearer', expires_in: SIXTY_DAYS });
  };
  if (given.grant_type === 'fb_exchange_token') {
    if (given.client_secret !== app.secret) return refuse(1, 'Error validating client secret.');
    return long(given.fb_exchange_token ?? '');
  }
  if (pathname === '/access_token') {
    if (given.grant_type !== 'th_exchange_token' || given.client_secret !== app.secret)
      return refuse(1, 'Error validating client secret.');
    return long(given.access_token ?? '');
  }
  // https://developers.facebook.com/docs/threads/get-started/long-lived-tokens#refresh : what has ended cannot be made anew.
  if (pathname === '/refresh_access_token') return long(given.access_token ?? '');
  if (pathname.endsWith('/debug_token')) {
    // https://developers.facebook.com/docs/graph-api/reference/debug_token : by the app itself.
    if (
      given.access_token !== `${app.id}|${app.secret}` &&
      request.headers.authorization !== `Bearer ${app.id}|${app.secret}`
    )
      return refuse(190, 'Invalid OAuth access token signature.');
    const token = tokens.get(given.input_token ?? '');
    if (!token) return json(200, { data: { is_valid: false, scopes: [] } });
    const ends = token.endsAt === undefined ? 0 : Math.floor(token.endsAt / 1_000);
    return json(200, {
      data: {
        ...{
          app_id: app.id,
          user_id: token.userId,
          is_valid: ends === 0 || token.endsAt === undefined || token.endsAt > now(),
        },
        ...{
          expires_at: ends,
          data_access_expires_at: token.kind === 'page' ? Math.floor(now() / 1_000) + 90 * 86_400 : 0,
        },
        scopes: token.scopes,
      },
    });
  }
  return undefined;
};
