import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { proves } from '../harness/proves.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

proves('feed', 'specification', ['mentions']);

type Ask = { readonly callback: string; readonly topic: string; readonly secret: string };

/** A hub and a blog, simulated and strict: https://www.w3.org/TR/websub/#hub verifies intent before anything, and refuses what lacks a part. */
const asks: Ask[] = [];
let entries: string[] = ['prima'];
let site = '';
let house: TestHouse;
let company: TestCompany;

const feed = () =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Il giornale</title>
<link>${site}/</link><atom:link rel="hub" href="${site}/hub"/><atom:link rel="self" href="${site}/feed?formato=rss"/>
${entries.map((one) => `<item><guid isPermaLink="false">${one}</guid><title>Notizia ${one}</title></item>`).join('')}</channel></rss>`;

const bodyOf = async (request: http.IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
};

const server = http.createServer(async (request, response) => {
  if (request.url !== '/hub') {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed());
    return;
  }
  const form = await bodyOf(request);
  const ask = {
    callback: form.get('hub.callback') ?? '',
    topic: form.get('hub.topic') ?? '',
    secret: form.get('hub.secret') ?? '',
  };
  const isWhole = form.get('hub.mode') === 'subscribe' && ask.callback && Buffer.byteLength(ask.secret) < 200;
  if (!isWhole || ask.topic !== `${site}/feed?formato=rss`) {
    response.writeHead(400).end();
    return;
  }
  // Verifies before it answers, as a hub may.
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': ask.topic,
    'hub.challenge': 'sfida<1>',
    'hub.lease_seconds': '3600',
  });
  const verified = await fetch(`${ask.callback}?${query}`);
  if (verified.ok && (await verified.text()) === 'sfida<1>') asks.push(ask);
  response.writeHead(202).end();
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  house = await startTestHouse();
  company = await house.company('Cantina dei giornali');
  await company.json('POST', `/api/workspaces/${company.workspaceId}/connections`, {
    channel: 'feed',
    values: { url: `${site}/feed` },
  });
  await vi.waitFor(() => expect(asks).toHaveLength(1), { timeout: 20_000, interval: 100 });
});
afterAll(async () => {
  await house.stop();
  server.closeAllConnections();
  server.close();
});

const titles = async () =>
  (
    await company.json<{ mentions: { title: string | null }[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/mentions?limit=100`,
    )
  ).mentions.map(({ title }) => title);
const publish = ({ callback, secret }: Ask, body: string, algorithm = 'sha256', key = secret) =>
  fetch(callback, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/rss+xml; charset=utf-8',
      'x-hub-signature': `${algorithm}=${createHmac(algorithm, key).update(body).digest('hex')}`,
    },
  });
const theAsk = (): Ask => {
  const [ask] = asks;
  if (!ask) throw new Error('nobody has asked the hub');
  return ask;
};
const subscription = async () => {
  const { rows } = await house.house.platform.database.asInstallation((tx) =>
    tx.execute(`select push_state->'websub' as it from connections`),
  );
  return rows[0]?.it as { state: string; until?: string };
};

it('the hub’s word on how long is remembered', async () => {
  await vi.waitFor(
    async () => {
      const kept = await subscription();
      expect(kept.state).toBe('active');
      expect(Math.abs(Date.parse(kept.until ?? '') - Date.now() - 3_600_000)).toBeLessThan(120_000);
    },
    { timeout: 15_000 },
  );
});

it.each(['sha1', 'sha256', 'sha384', 'sha512'])(
  'what the hub brings signed with %s is taken in, and a poll adds nothing to it',
  async (algorithm) => {
    entries = [algorithm, ...entries];
    expect((await publish(theAsk(), feed(), algorithm)).status).toBe(202);
    await vi.waitFor(async () => expect(await titles()).toContain(`Notizia ${algorithm}`), {
      timeout: 15_000,
    });
    expect((await titles()).filter((title) => title === 'Notizia prima')).toHaveLength(1);
  },
);

it('what is not signed by the hub is acknowledged and ignored', async () => {
  const ask = theAsk();
  const forged = feed().replaceAll('prima', 'falsa');
  expect((await publish(ask, forged, 'sha256', 'altro segreto')).status).toBe(202);
  expect((await publish(ask, forged, 'md5')).status).toBe(202);
  expect((await fetch(ask.callback, { method: 'POST', body: forged })).status).toBe(202);
  entries = ['vera', ...entries];
  await publish(ask, feed());
  await vi.waitFor(async () => expect(await titles()).toContain('Notizia vera'), { timeout: 15_000 });
  expect(await titles()).not.toContain('Notizia falsa');
});

it('nobody can subscribe us to what we did not ask for', async () => {
  const { callback, topic } = theAsk();
  const ask = (change: Record<string, string>, at = callback) =>
    fetch(
      `${at}?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'x', 'hub.lease_seconds': '60', ...change })}`,
    );
  expect((await ask({ 'hub.topic': 'https://altro.example/feed' })).status).toBe(404);
  expect((await ask({ 'hub.mode': 'unsubscribe' })).status).toBe(404);
  expect((await ask({ 'hub.challenge': '' })).status).toBe(404);
  expect(
    (
      await ask(
        {},
        callback.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      )
    ).status,
  ).toBe(404);
});

it('a denied subscription leaves the polls', async () => {
  const { callback, topic } = theAsk();
  await fetch(
    `${callback}?${new URLSearchParams({ 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': 'no' })}`,
  );
  await vi.waitFor(async () => expect((await subscription()).state).toBe('refused'), { timeout: 15_000 });
});
