import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { proves } from '../harness/proves.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

type Answer = { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> };

/** Two sites on one server: pages under /noi are ours, all others somebody's. What they answer is set by each test. */
const pages = new Map<string, Answer | (() => Answer)>();
const told: URLSearchParams[] = [];
let asked: string[] = [];
const server = http.createServer(async (request, response) => {
  const path = request.url ?? '/';
  asked.push(path);
  if (path === '/endpoint') {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    told.push(new URLSearchParams(Buffer.concat(parts).toString()));
    response.writeHead(202).end();
    return;
  }
  const found = pages.get(path);
  const {
    status = 200,
    body = '',
    headers = {},
  } = (typeof found === 'function' ? found() : found) ?? { status: 404 };
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
});

proves('webmention', 'specification', ['mentions', 'comments', 'reply']);

let house: TestHouse;
let company: TestCompany;
let site = '';
let door = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pages.set('/', { body: '<title>Cantina Valdorsa</title>' });
  house = await startTestHouse();
  company = await house.company('Cantina delle menzioni');
  const path = `/api/workspaces/${company.workspaceId}/connections`;
  const { id } = await company.json<{ id: string }>('POST', path, {
    channel: 'webmention',
    values: { site },
  });
  door = (await company.json<{ door: { url: string } }>('GET', `${path}/${id}/door`)).door.url;
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await house.stop();
  server.closeAllConnections();
  server.close();
});

const send = (source: string, target: string) =>
  fetch(door, { method: 'POST', body: new URLSearchParams({ source, target }) });
const settled = async (answer: Response) => {
  expect(answer.status).toBe(201);
  const page = answer.headers.get('location') ?? '';
  return await vi.waitFor(
    async () => {
      const status = (await (await fetch(page)).json()) as { state: string; reason?: string };
      expect(status.state).not.toBe('waiting');
      return status;
    },
    { timeout: 15_000, interval: 100 },
  );
};
type Mention = { id: string; body: string; form: string; url: string | null; removedAt: string | null };
const mentions = async () =>
  (
    await company.json<{ mentions: Mention[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/mentions?limit=100`,
    )
  ).mentions;
const answering = (words: string) => {
  const link = `<a class="u-in-reply-to" href="${site}/noi/dolcetto">qui</a>`;
  return `<div class="h-entry">${link}<p class="e-content">${words}</p></div>`;
};

it('a page that answers ours becomes a mention; told again it is read again, and gone it is forgotten', async () => {
  const [source, target] = [`${site}/anna`, `${site}/noi/dolcetto`];
  pages.set('/anna', { body: answering('Buono!') });
  expect(await settled(await send(source, target))).toEqual({ state: 'done' });
  expect(await mentions()).toMatchObject([{ body: 'Buono!', form: 'comment', url: source }]);
  pages.set('/anna', { body: answering('Buonissimo!') });
  expect(await settled(await send(source, target))).toEqual({ state: 'done' });
  expect(await mentions()).toMatchObject([{ body: 'Buonissimo!' }]);
  pages.set('/anna', { status: 410 });
  expect(await settled(await send(source, target))).toEqual({ state: 'refused', reason: 'source-not-found' });
  expect((await mentions()).map(({ body }) => body)).not.toContain('Buonissimo!');
});

it('a page that no longer links to us is forgotten, and one that never did brings nothing', async () => {
  pages.set('/bruno', { body: answering('Il tappo puzza') });
  await settled(await send(`${site}/bruno`, `${site}/noi/dolcetto`));
  expect((await mentions()).map(({ body }) => body)).toContain('Il tappo puzza');
  pages.set('/bruno', { body: '<p>Niente più</p>' });
  expect(await settled(await send(`${site}/bruno`, `${site}/noi/dolcetto`))).toEqual({
    state: 'refused',
    reason: 'no-link',
  });
  expect((await mentions()).map(({ body }) => body)).not.toContain('Il tappo puzza');
});

it('a rumour that a page is gone does not keep it out when it comes', async () => {
  await settled(await send(`${site}/carla`, `${site}/noi/dolcetto`));
  pages.set('/carla', { body: answering('Eccomi') });
  expect(await settled(await send(`${site}/carla`, `${site}/noi/dolcetto`))).toEqual({ state: 'done' });
  expect((await mentions()).map(({ body }) => body)).toContain('Eccomi');
});

it('what is no webmention is refused at once, and nothing is asked of anybody', async () => {
  const ours = `${site}/noi/dolcetto`;
  const wrong: [string, string][] = [
    [`${site}/x`, 'https://altri.example/pagina'],
    [ours, ours],
    ['ftp://x.example/', ours],
    ['javascript:alert(1)', ours],
    [`${site}/x`, ''],
    ['http://utente:parola@x.example/', ours],
  ];
  for (const [source, target] of wrong) expect((await send(source, target)).status).toBe(400);
  expect(
    (await fetch(door, { method: 'POST', body: JSON.stringify({ source: site, target: ours }) })).status,
  ).toBe(400);
  expect((await fetch(door)).status).toBe(405);
  expect((await fetch(`${door}/a/inventato.firma`)).status).toBe(404);
  expect(asked).toEqual([]);
});

it('a source inside the house is never asked for', async () => {
  const status = await settled(await send('http://169.254.169.254/latest/meta-data', `${site}/noi/dolcetto`));
  expect(status).toEqual({ state: 'refused', reason: 'source-unreadable' });
});

it('a bomb, an endless road and a page too large are refused', async () => {
  pages.set('/giro', { status: 302, headers: { location: '/giro' } });
  pages.set('/enorme', { body: 'x'.repeat(1_100_000) });
  for (const path of ['/giro', '/enorme']) {
    expect(await settled(await send(`${site}${path}`, `${site}/noi/dolcetto`))).toEqual({
      state: 'refused',
      reason: 'source-unreadable',
    });
  }
});

it('an answer of ours is a page that the other site is told of', async () => {
  pages.set('/dario', {
    body: answering('Quanto costa?'),
    headers: { link: '</endpoint>; rel="webmention"' },
  });
  await settled(await send(`${site}/dario`, `${site}/noi/dolcetto`));
  const mention = (await mentions()).find(({ body }) => body === 'Quanto costa?');
  const workspace = `/api/workspaces/${company.workspaceId}`;
  const threadId = await vi.waitFor(
    async () => {
      const { threads } = await company.json<{ threads: { id: string }[] }>(
        'GET',
        `${workspace}/threads?limit=50`,
      );
      const found = threads.find((one) => JSON.stringify(one).includes('Quanto costa?'));
      expect(found).toBeDefined();
      return found?.id;
    },
    { timeout: 10_000 },
  );
  const reply = { id: randomUUID(), mentionId: mention?.id, body: 'Dodici euro, <in cantina>.' };
  await company.json('POST', `${workspace}/threads/${threadId}/replies`, reply);
  const sent = await vi.waitFor(
    () => {
      const one = told.find((form) => form.get('target') === `${site}/dario`);
      expect(one).toBeDefined();
      return one;
    },
    { timeout: 30_000, interval: 200 },
  );
  const page = await fetch(sent?.get('source') ?? '');
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html).toContain(`class="u-in-reply-to" href="${site}/dario"`);
  expect(html).toContain('Dodici euro, &lt;in cantina&gt;.');
}, 60_000);
