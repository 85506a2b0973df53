import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { type Answer, emailOf, makeCompany, PASSWORD, peopleServer } from '../integration/people-visitor.ts';
import { freePort } from '../peers/kit/free-port.ts';

let test: TestPlatform;
let server: ServerType;
let browser: Browser;
let address = '';
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const port = await freePort();
  test = await createTestPlatform({ config: { baseUrl: `http://127.0.0.1:${port}` } });
  await makeCompany(test.platform, 'Cantina Rossi', 'Anna');
  server = createAdaptorServer({ fetch: peopleServer(test.platform) });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await test?.close();
});

/** Chromium's own authenticator, as a laptop with a fingerprint reader has one (CDP, domain WebAuthn). */
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(`${address}/api/installation`);
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return () => context.close();
});

const call = (method: string, path: string, body?: unknown): Promise<Pick<Answer, 'status' | 'body'>> =>
  page.evaluate(
    async ([verb, url, json]) => {
      const response = await fetch(url, {
        method: verb,
        ...(json ? { body: json, headers: { 'content-type': 'application/json' } } : {}),
      });
      return { status: response.status, body: await response.json().catch(() => null) };
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  );

/** What the web app does: options from us, the browser's own dialogue, its answer to us. As text, for it runs in the page. */
const register = () =>
  page.evaluate<number>(`(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-register-options')).json();
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const made = await navigator.credentials.create({ publicKey });
    const response = await fetch('/api/auth/passkey/verify-registration', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: made.toJSON(), name: 'Il portatile' }),
    });
    return response.status;
  })()`);

const signInWithPasskey = () =>
  page.evaluate<number>(`(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-authenticate-options')).json();
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const given = await navigator.credentials.get({ publicKey });
    const response = await fetch('/api/auth/passkey/verify-authentication', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: given.toJSON() }),
    });
    return response.status;
  })()`);

const signInWithPassword = () =>
  call('POST', '/api/auth/sign-in/email', { email: emailOf('Anna'), password: PASSWORD });

it('a passkey made in the browser signs its person in without a password', async () => {
  expect((await call('GET', '/api/installation')).body.passkeys).toBe(true);
  await signInWithPassword();
  expect(await register()).toBe(200);
  await call('POST', '/api/auth/sign-out', {});
  expect((await call('GET', '/api/me')).status).toBe(401);
  expect(await signInWithPasskey()).toBe(200);
  expect((await call('GET', '/api/me')).body.person.name).toBe('Anna');
});

it('a passkey that its person removed opens nothing', async () => {
  await signInWithPassword();
  expect(await register()).toBe(200);
  const { body: kept } = await call('GET', '/api/auth/passkey/list-user-passkeys');
  expect(kept.at(-1).name).toBe('Il portatile');
  for (const { id } of kept) await call('POST', '/api/auth/passkey/delete-passkey', { id });
  await call('POST', '/api/auth/sign-out', {});
  expect(await signInWithPasskey()).toBe(401);
  expect((await call('GET', '/api/me')).status).toBe(401);
});

it('nobody makes a passkey without having signed in', async () => {
  expect((await call('GET', '/api/auth/passkey/generate-register-options')).status).toBe(401);
});
