export interface SnacSignIn {
  readonly user: string;
  readonly password: string;
}

export interface SnacApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

const everything = 'read write follow push';

/** Registers an application: POST /api/v1/apps. */
export async function createApp(url: string, redirectUri: string, scopes = everything): Promise<SnacApp> {
  const answer = await fetch(`${url}/api/v1/apps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'Prova', redirect_uris: redirectUri, scopes, website: redirectUri }),
  });
  const app = (await answer.json()) as { client_id: string; client_secret: string };
  return { clientId: app.client_id, clientSecret: app.client_secret };
}

/**
 * Does what a person does in the browser: opens the authorization page at `authorizeUrl`, fills in its form and
 * sends it. Returns where the server sends the browser next (the redirect URI with `code` and `state`).
 */
export async function signInAsBrowser(authorizeUrl: string, { user, password }: SnacSignIn): Promise<string> {
  const page = await fetch(authorizeUrl);
  const html = await page.text();
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`No sign-in form at ${authorizeUrl}: ${page.status} ${html}`);
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of hidden) form.set(name, value);
  form.set('login', user);
  form.set('passwd', password);
  const answer = await fetch(action, { method: 'POST', body: form, redirect: 'manual' });
  const next = answer.headers.get('location');
  if (next === null) throw new Error(`snac did not let ${user} in: ${answer.status}`);
  return next;
}

/** A token of that user, obtained through the whole OAuth dance with a fresh application. */
export async function obtainToken(url: string, signIn: SnacSignIn): Promise<string> {
  const redirectUri = 'http://127.0.0.1/ritorno';
  const app = await createApp(url, redirectUri);
  const authorize = new URL('/oauth/authorize', url);
  authorize.search = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: everything,
    state: 'prova',
  }).toString();
  const next = new URL(await signInAsBrowser(authorize.href, signIn));
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: next.searchParams.get('code') ?? '',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: redirectUri,
      scope: everything,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
