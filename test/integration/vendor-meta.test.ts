import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { WorkspaceId } from '../../src/platform/ids.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { type ConnectionSeen, type Journey, journeyOf } from '../harness/vendor-journey.ts';
import { type RunningMeta, startMeta } from '../peers/vendors/meta/meta-server.ts';
import { signed, signedRequest } from '../peers/vendors/meta/signing.ts';
import { pageWorld, whatsappWorld } from '../peers/vendors/meta/worlds.ts';

let meta: RunningMeta;
let house: TestHouse;
let company: TestCompany;
let journey: Journey;
let whatsapp: ConnectionSeen;
let door: { readonly url: string; readonly token: { readonly value: string } };

beforeAll(async () => {
  meta = await startMeta({ now: () => new Date() });
  house = await startTestHouse();
  company = await house.company('Cantina dei messaggi');
  journey = journeyOf(company);
  const { token } = whatsappWorld(meta);
  whatsapp = await journey.join('whatsapp', {
    clientId: meta.app.id,
    clientSecret: meta.app.secret,
    phoneNumberId: '106540352242922',
    businessAccountId: '102290129340398',
    accessToken: token,
    apiUrl: meta.origin,
  });
  const path = `/api/workspaces/${company.workspaceId}/connections/${whatsapp.id}/door`;
  ({ door } = await company.json<{ door: typeof door }>('GET', path));
});
afterAll(async () => {
  await house?.stop();
  await meta?.stop();
});

const seconds = () => String(Math.floor(Date.now() / 1_000));
const bring = (value: object) => {
  const metadata = { display_phone_number: '390585000000', phone_number_id: '106540352242922' };
  const changes = [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }];
  const document = { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes }] };
  const { body, headers } = signed(meta, document);
  return fetch(door.url, { method: 'POST', headers, body });
};
const says = (id: string, text: string, timestamp = seconds()) => ({
  contacts: [{ profile: { name: 'Anna Sole' }, wa_id: '393331234567', user_id: 'IT.1' }],
  messages: [
    { from: '393331234567', from_user_id: 'IT.1', id, timestamp, type: 'text', text: { body: text } },
  ],
});

it('the door answers Meta’s handshake, and lets in only what Meta signed', async () => {
  const shake = (token: string) =>
    fetch(
      `${door.url}?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.challenge': '42', 'hub.verify_token': token })}`,
    );
  expect(await (await shake(door.token.value)).text()).toBe('42');
  expect((await shake('indovinato')).status).toBe(403);
  const forged = { method: 'POST', body: JSON.stringify(says('wamid.F', 'falso')) };
  expect((await fetch(door.url, forged)).status).toBe(401);
});

it('a message is a mention once, is answered, and an answer that never arrived is said to have failed', async () => {
  expect((await bring(says('wamid.Q1', 'Avete ancora il rosato?'))).status).toBe(200);
  await bring(says('wamid.Q1', 'Avete ancora il rosato?'));
  const question = await journey.seen('Avete ancora il rosato?');
  expect(await journey.mentions()).toHaveLength(1);
  meta.state.throttled = { code: 130429, minutes: 0 };
  setTimeout(() => {
    meta.state.throttled = undefined;
  }, 1_000);
  expect(await journey.answer(question.id, 'Sì, tre casse. Marta')).toMatchObject({ state: 'sent' });
  const sent = [...meta.objects.values()].find(({ type }) => type === 'wa-message');
  expect(sent).toMatchObject({ to: '393331234567', text: { body: 'Sì, tre casse. Marta' } });
  const replies = async () => {
    const { rows } = await house.house.platform.database.inWorkspace(
      company.workspaceId as WorkspaceId,
      (tx) =>
        tx.execute(
          sql`select state, problem ->> 'kind' as kind, delivered_at is not null as delivered, read_at is not null as read from replies`,
        ),
    );
    return rows;
  };
  await bring({
    statuses: [{ id: sent?.id, status: 'read', timestamp: seconds(), recipient_id: '393331234567' }],
  });
  await vi.waitFor(
    async () => expect(await replies()).toEqual([{ state: 'sent', kind: null, delivered: true, read: true }]),
    { timeout: 15_000, interval: 100 },
  );
  const errors = [{ code: 131026, title: 'Message undeliverable' }];
  await bring({
    statuses: [
      { id: sent?.id, status: 'failed', timestamp: seconds(), recipient_id: '393331234567', errors },
    ],
  });
  await vi.waitFor(
    async () => expect(await replies()).toMatchObject([{ state: 'failed', kind: 'bounced' }]),
    { timeout: 15_000, interval: 100 },
  );
});

it('after 24 hours the composer says what is left to do', async () => {
  const yesterday = String(Math.floor(Date.now() / 1_000) - 25 * 3_600);
  await bring(says('wamid.OLD', 'Scrivo da ieri', yesterday));
  const old = await journey.seen('Scrivo da ieri');
  await expect(journey.answer(old.id, 'Buongiorno')).rejects.toThrow(/24 ore|24 hours/);
});

it('who asks Meta to have their data deleted is erased here, and can look it up', async () => {
  await bring({
    ...says('wamid.E', 'Cancellatemi'),
    messages: [
      { from: '13579', id: 'wamid.E', timestamp: seconds(), type: 'text', text: { body: 'Cancellatemi' } },
    ],
    contacts: [],
  });
  await journey.seen('Cancellatemi');
  const asked = await fetch(`${door.url}/data-deletion`, {
    method: 'POST',
    body: new URLSearchParams({ signed_request: signedRequest(meta, '13579') }),
  });
  expect(asked.status).toBe(200);
  const { url, confirmation_code } = (await asked.json()) as { url: string; confirmation_code: string };
  await vi.waitFor(
    async () => expect((await journey.mentions()).map(({ body }) => body)).not.toContain('Cancellatemi'),
    { timeout: 15_000, interval: 100 },
  );
  const page = await (await fetch(new URL(new URL(url).pathname, house.url))).text();
  expect(page).toContain(confirmation_code);
  expect(page).toContain('è stata avviata');
});

it('a page is joined by Facebook’s own page of permission, polled, and known again at its door', async () => {
  pageWorld(meta);
  const connections = `/api/workspaces/${company.workspaceId}/connections`;
  const callback = `${house.house.platform.config.baseUrl}/api/connections/oauth/callback`;
  meta.state.redirectUris = [callback];
  const { authorizeUrl } = await company.json<{ authorizeUrl: string }>('POST', connections, {
    channel: 'facebook',
    values: { clientId: meta.app.id, clientSecret: meta.app.secret, apiUrl: meta.origin },
  });
  const granted = await fetch(authorizeUrl, { redirect: 'manual' });
  const back = new URL(granted.headers.get('location') ?? '');
  const onward = new URL((await company.as(back.pathname + back.search)).headers.get('location') ?? '');
  const done = new URL((await company.as(onward.pathname + onward.search)).headers.get('location') ?? '');
  expect(done.searchParams.get('esito')).toBe('collegato');
  expect(await journey.seen('Che buono! 😋')).toBeDefined();
});
