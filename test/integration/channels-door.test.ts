import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { PushDelivery, PushRequest } from '../../src/channels/contract.ts';
import { isSignedWith } from '../../src/channels/doors/signatures.ts';
import { type Channel, channels } from '../../src/channels/index.ts';
import { err, ok } from '../../src/platform/result.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { plainChannel, saying } from './listening-kit.ts';

/** What the channel behind the doors was asked, and what it does with deliveries that say so. */
const judged: PushRequest[] = [];
const read: PushDelivery[] = [];
let stuck = false;

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const pushed: Channel = {
  ...plainChannel(),
  manifest: {
    ...plainChannel().manifest,
    id: 'pushed',
    name: { it: 'Consegnato', en: 'Pushed' },
    auth: 'none',
    fields: [],
    door: { help: { it: 'Mettilo lì.', en: 'Put it there.' }, token: { it: 'Parola', en: 'Word' } },
  },
  settingsSchema: z.record(z.string(), z.unknown()),
  secretsSchema: z.object({}),
  check: async () => ok({ account: { nativeId: randomUUID() }, notices: [] }),
  limits: async () => err({ kind: 'not-found', detail: '' }),
  readRaw: () => [],
  receive: {
    push: {
      maxBytes: 1_000,
      accept: (context, request) => {
        judged.push(request);
        if (request.method === 'GET')
          return { kind: 'answer', answer: { status: 200, body: request.query.challenge ?? '' } };
        if (text(request.rawBody) === 'throw') throw new Error('a bug');
        const tokens = [context.door?.token ?? '', ...(context.door?.earlierTokens ?? [])];
        if (!isSignedWith(tokens, 'sha256', request.rawBody, request.headers['x-signature'] ?? ''))
          return { kind: 'answer', answer: { status: 401 } };
        return { kind: 'keep', answer: { status: 202 }, note: { seen: 'yes' }, statusPage: true };
      },
      read: async (_, delivery) => {
        read.push(delivery);
        if (stuck) return err({ kind: 'unreachable', detail: '' });
        const said = text(delivery.rawBody);
        if (said === 'nothing for us') return ok({ items: [], refusal: 'no-link' });
        return ok({ items: [saying({ nativeId: said, text: `Detto: ${said}`, addressed: true })] });
      },
    },
  },
};

let house: TestHouse;
let company: TestCompany;
beforeAll(async () => {
  (channels as Channel[]).push(pushed);
  house = await startTestHouse();
  company = await house.company('Cantina della porta');
});
afterAll(() => house.stop());

type Connection = { readonly id: string };
type Door = { readonly door: { readonly url: string; readonly token: { readonly value: string } } };

const connect = async (of: TestCompany = company) => {
  const made = await of.json<Connection>('POST', `/api/workspaces/${of.workspaceId}/connections`, {
    channel: 'pushed',
    values: {},
  });
  const path = `/api/workspaces/${of.workspaceId}/connections/${made.id}`;
  const { door } = await of.json<Door>('GET', `${path}/door`);
  return { id: made.id, path, url: door.url, token: door.token.value };
};
const bring = (
  door: { url: string; token: string },
  body: string | Uint8Array<ArrayBuffer>,
  init: RequestInit = {},
) =>
  fetch(door.url, {
    method: 'POST',
    body,
    ...init,
    headers: { 'x-signature': createHmac('sha256', door.token).update(body).digest('hex'), ...init.headers },
  });
const mentions = async (of: TestCompany = company) =>
  (
    await of.json<{ mentions: { body: string }[] }>(
      'GET',
      `/api/workspaces/${of.workspaceId}/mentions?limit=100`,
    )
  ).mentions.map((one) => one.body);

it('what is brought to a door is kept before it is acknowledged, and becomes a mention', async () => {
  const door = await connect();
  const answer = await bring(door, 'buongiorno', {
    headers: { cookie: 'session=x', 'content-type': 'text/plain' },
  });
  expect(answer.status).toBe(202);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  await vi.waitFor(async () => expect(await mentions()).toContain('Detto: buongiorno'), { timeout: 10_000 });
  const delivery = read.find((one) => text(one.rawBody) === 'buongiorno');
  expect(delivery).toMatchObject({ method: 'POST', path: '', attempt: 1, note: { seen: 'yes' } });
  expect(delivery?.headers).toMatchObject({ 'content-type': 'text/plain' });
  expect(delivery?.headers).not.toHaveProperty('cookie');
  const status = answer.headers.get('location') ?? '';
  expect(status.startsWith(`${door.url}/status/`)).toBe(true);
  await vi.waitFor(async () => expect(await (await fetch(status)).json()).toEqual({ state: 'done' }));
  const kept = await house.house.platform.database.asInstallation((tx) =>
    tx.execute(`select body, request from inbound_deliveries where handled_at is not null`),
  );
  expect(
    kept.rows.every(({ body, request }) => (body as Buffer).length === 0 && JSON.stringify(request) === '{}'),
  ).toBe(true);
  const [connection] = (
    await company.json<{ connections: { id: string; lastEventAt: string | null }[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/connections`,
    )
  ).connections.filter(({ id }) => id === door.id);
  expect(connection?.lastEventAt).not.toBeNull();
});

it('bytes come to the channel as they were sent, with the path and the query after the key', async () => {
  const door = await connect();
  const bytes = new Uint8Array([0, 255, 13, 10, 226, 130]);
  judged.length = 0;
  const answer = await bring({ ...door, url: `${door.url}/a/b%20c/?x=1&x=2&y=%C3%A8` }, bytes);
  expect(judged[0]).toMatchObject({ method: 'POST', path: 'a/b%20c', query: { x: '1', y: 'è' } });
  expect([...(judged[0]?.rawBody ?? [])]).toEqual([...bytes]);
  expect(answer.headers.get('location')).not.toBeNull();
});

it('a handshake is answered at once and keeps nothing', async () => {
  const door = await connect();
  const answer = await fetch(`${door.url}?challenge=42`);
  expect([answer.status, await answer.text()]).toEqual([200, '42']);
});

it('a wrong signature, a key that is nobody’s, a broken judge and a body too large are refused without a word', async () => {
  const door = await connect();
  const other = await connect();
  const forged = await bring({ ...door, token: other.token }, 'forged');
  expect([forged.status, await forged.text()]).toEqual([401, '']);
  const nobody = await bring({ ...door, url: `${house.url}/in/${'A'.repeat(43)}` }, 'ciao');
  expect([nobody.status, await nobody.text()]).toEqual([404, '']);
  expect((await bring(door, 'throw')).status).toBe(400);
  const large = await bring(door, 'x'.repeat(1_001));
  expect([large.status, await large.text()]).toEqual([413, '']);
  const streamed = await fetch(door.url, {
    method: 'POST',
    body: new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(600)),
    }),
    duplex: 'half',
  } as RequestInit).then(
    (answer) => answer.status,
    () => 'cut',
  );
  expect([413, 'cut']).toContain(streamed);
  expect(read.some((one) => text(one.rawBody) === 'forged')).toBe(false);
});

it('a removed connection’s door is like one that never was, and a paused one says to come back', async () => {
  const door = await connect();
  await company.json('PATCH', door.path, { state: 'paused' });
  const paused = await bring(door, 'pausa');
  expect([paused.status, Number(paused.headers.get('retry-after')) > 0]).toEqual([503, true]);
  await company.json('DELETE', door.path);
  expect((await bring(door, 'dopo')).status).toBe(404);
});

it('a renewed key opens at once, and the one before still does', async () => {
  const door = await connect();
  const { door: renewed } = await company.json<Door>('POST', `${door.path}/door`);
  expect(renewed.url).not.toBe(door.url);
  expect((await bring(door, 'con la chiave di prima')).status).toBe(202);
  expect((await bring({ url: renewed.url, token: renewed.token.value }, 'con la nuova')).status).toBe(202);
});

it('the address is shown only to who manages the connections, never to another company', async () => {
  const door = await connect();
  const other = await house.company('Altra cantina');
  expect((await other.as(`${door.path}/door`)).status).toBe(404);
  expect((await other.as(`/api/workspaces/${other.workspaceId}/connections/${door.id}/door`)).status).toBe(
    404,
  );
  expect((await fetch(new URL(`${door.path}/door`, house.url))).status).toBe(401);
  const listed = JSON.stringify(
    await company.json('GET', `/api/workspaces/${company.workspaceId}/connections`),
  );
  expect(listed).not.toContain(door.url.split('/').at(-1) ?? door.url);
});

it('the same thing brought twice is said once, and a refusal is told on its page only there', async () => {
  const door = await connect();
  const other = await connect();
  await Promise.all([bring(door, 'due volte'), bring(door, 'due volte')]);
  await bring(door, 'due volte');
  const refused = (await bring(door, 'nothing for us')).headers.get('location') ?? '';
  await vi.waitFor(
    async () => expect(await (await fetch(refused)).json()).toEqual({ state: 'refused', reason: 'no-link' }),
    { timeout: 10_000 },
  );
  expect((await mentions()).filter((one) => one === 'Detto: due volte')).toHaveLength(1);
  expect((await fetch(refused.replace(door.url, other.url))).status).toBe(404);
});

it('what cannot be read now waits, and is read later', async () => {
  const door = await connect();
  stuck = true;
  const status = (await bring(door, 'più tardi')).headers.get('location') ?? '';
  await vi.waitFor(() => expect(read.some((one) => text(one.rawBody) === 'più tardi')).toBe(true), {
    timeout: 10_000,
  });
  stuck = false;
  expect(await (await fetch(status)).json()).toEqual({ state: 'waiting' });
  const { database } = house.house.platform;
  await vi.waitFor(async () => {
    const { rows } = await database.asInstallation((tx) =>
      tx.execute(`select problem from inbound_deliveries where problem = 'unreachable'`),
    );
    expect(rows).toHaveLength(1);
  });
  await database.asInstallation((tx) =>
    tx.execute(
      `update inbound_deliveries set next_attempt_at = now() where problem is not null; select pg_notify('passaparola_deliveries', '')`,
    ),
  );
  await vi.waitFor(async () => expect(await mentions()).toContain('Detto: più tardi'), { timeout: 10_000 });
});
