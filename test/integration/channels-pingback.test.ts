import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAnswer, writeCall, writeFault, writeSuccess } from '../../src/channels/web/xml-rpc.ts';
import { proves } from '../harness/proves.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

type Answer = { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> };

/** Our own site and somebody's, on two ports; what they answer is set by each test. */
const pages = new Map<string, Answer>();
let asked: string[] = [];
const posted: { path: string; body: string }[] = [];
const serve = () =>
  http.createServer(async (request, response) => {
    const path = request.url ?? '/';
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.method === 'POST') posted.push({ path, body: Buffer.concat(parts).toString() });
    else asked.push(path);
    const { status = 200, body = '', headers = {} } = pages.get(path) ?? { status: 404 };
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
      .end(request.method === 'HEAD' ? undefined : body);
  });
const [ourServer, theirServer] = [serve(), serve()];
const listening = async (server: http.Server) => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

proves('webmention', 'specification', ['mentions', 'comments', 'reply']);

let house: TestHouse;
let company: TestCompany;
let [ours, theirs, door, connection] = ['', '', '', ''];
beforeAll(async () => {
  ours = await listening(ourServer);
  theirs = await listening(theirServer);
  pages.set('/', { body: '<title>Cantina Valdorsa</title>' });
  pages.set('/dolcetto', { body: '<p>Il nostro Dolcetto</p>' });
  house = await startTestHouse();
  company = await house.company('Cantina dei pingback');
  connection = (
    await company.json<{ id: string }>('POST', `${home()}/connections`, {
      channel: 'webmention',
      values: { site: ours },
    })
  ).id;
  door = (await company.json<{ door: { url: string } }>('GET', `${home()}/connections/${connection}/door`))
    .door.url;
}, 60_000);
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await house.stop();
  for (const server of [ourServer, theirServer]) {
    server.closeAllConnections();
    server.close();
  }
});

const home = () => `/api/workspaces/${company.workspaceId}`;
const xml = { 'content-type': 'text/xml' };
const ping = async (source: string, target: string, to = door) => {
  const response = await fetch(to, {
    method: 'POST',
    headers: xml,
    body: writeCall('pingback.ping', [source, target]),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/xml');
  return readAnswer(await response.text());
};
const fault = (code: number) => ({ kind: 'fault', code });
const track = async (form: Record<string, string>, query = '') => {
  const response = await fetch(`${door}/trackback${query}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return /<error>(\d)<\/error>/.exec(await response.text())?.[1];
};
type Held = {
  id: string;
  body: string;
  title: string | null;
  url: string;
  about: string;
  author: { name: string };
};
const held = async () =>
  (await company.json<{ held: Held[]; waiting: number }>('GET', `${home()}/held?limit=100`)).held;
const mentions = async () =>
  (
    await company.json<{ mentions: { id: string; body: string; url: string }[] }>(
      'GET',
      `${home()}/mentions?limit=100`,
    )
  ).mentions;
const linking = (words: string, page = '/dolcetto') => ({
  body: `<title>Il blog di Anna</title><p>${words} <a href="${ours}${page}">qui</a></p>`,
});

describe('a pingback', () => {
  it('whose page links to ours waits to be looked at; approved it counts', async () => {
    pages.set('/anna', linking('Un Dolcetto da provare:'));
    expect(await ping(`${theirs}/anna`, `${ours}/dolcetto`)).toEqual({ kind: 'success' });
    const [one] = await held();
    expect(one).toMatchObject({
      body: 'Un Dolcetto da provare: qui',
      title: 'Il blog di Anna',
      url: `${theirs}/anna`,
      about: `${ours}/dolcetto`,
    });
    expect(await mentions()).toEqual([]);
    await company.json('POST', `${home()}/held/approve`, { ids: [one?.id] });
    expect(await mentions()).toMatchObject([{ body: 'Un Dolcetto da provare: qui', url: `${theirs}/anna` }]);
    expect(await held()).toEqual([]);
  });

  it('told again is registered already', async () => {
    expect(await ping(`${theirs}/anna`, `${ours}/dolcetto`)).toEqual(fault(0x30));
  });

  it('may come to an address of its own', async () => {
    pages.set('/berta', linking('Anche Berta ne parla'));
    expect(await ping(`${theirs}/berta`, `${ours}/dolcetto`, `${door}/pingback`)).toEqual({
      kind: 'success',
    });
    expect((await held()).map(({ body }) => body)).toContain('Anche Berta ne parla qui');
  });

  it('refused stays away, also when it comes again as a webmention', async () => {
    const one = (await held()).find(({ url }) => url === `${theirs}/berta`);
    await company.json('POST', `${home()}/held/refuse`, { ids: [one?.id], as: 'unwanted' });
    const form = new URLSearchParams({ source: `${theirs}/berta`, target: `${ours}/dolcetto` });
    const status = (await fetch(door, { method: 'POST', body: form })).headers.get('location') ?? '';
    await vi.waitFor(async () => expect(await (await fetch(status)).json()).toEqual({ state: 'done' }), {
      timeout: 15_000,
      interval: 100,
    });
    expect((await held()).map(({ url }) => url)).not.toContain(`${theirs}/berta`);
    expect((await mentions()).map(({ url }) => url)).not.toContain(`${theirs}/berta`);
    await company.json('POST', `${home()}/held/put-back`, { ids: [one?.id] });
  });

  it('that is not what it says is answered with the specification’s own faults', async () => {
    pages.set('/vuota', { body: '<p>Niente</p>' });
    pages.set('/verso-il-nulla', linking('Pagina che manca', '/non-c-e'));
    expect(await ping(`${theirs}/mai-esistita`, `${ours}/dolcetto`)).toEqual(fault(0x10));
    expect(await ping(`${theirs}/vuota`, `${ours}/dolcetto`)).toEqual(fault(0x11));
    expect(await ping(`${theirs}/verso-il-nulla`, `${ours}/non-c-e`)).toEqual(fault(0x20));
    expect(await ping(`${theirs}/anna`, 'https://altri.example/pagina')).toEqual(fault(0x21));
    expect(await ping(`${ours}/dolcetto`, `${ours}/dolcetto`)).toEqual(fault(0x11));
    expect(await ping('javascript:alert(1)', `${ours}/dolcetto`)).toEqual(fault(0x10));
    expect(await ping('http://169.254.169.254/latest', `${ours}/dolcetto`)).toEqual(fault(0x10));
    expect(await held()).toHaveLength(1);
  });

  it('that is no call, or a hostile one, is answered at once and asks nobody', async () => {
    const answer = async (body: string, headers: Record<string, string> = xml) => {
      const response = await fetch(door, { method: 'POST', headers, body });
      return { status: response.status, said: readAnswer(await response.text()) };
    };
    const bomb =
      '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><methodCall><methodName>&b;</methodName></methodCall>';
    expect(await answer(bomb)).toEqual({ status: 200, said: fault(-32700) });
    expect(await answer('<a>'.repeat(3_000))).toEqual({ status: 200, said: fault(-32700) });
    expect(await answer('<methodCall><methodName>system.exec</methodName></methodCall>')).toEqual({
      status: 200,
      said: fault(-32601),
    });
    expect(await answer(writeCall('pingback.ping', ['uno solo']))).toEqual({
      status: 200,
      said: fault(-32602),
    });
    expect((await answer('x'.repeat(1_000_000))).status).toBe(413);
    expect(asked).toEqual([]);
  });

  it('is never a like or a repost, which could not wait', async () => {
    const html = `<div class="h-entry"><a class="u-like-of" href="${ours}/dolcetto">mi piace</a></div>`;
    pages.set('/finto', { body: html });
    expect(await ping(`${theirs}/finto`, `${ours}/dolcetto`)).toEqual({ kind: 'success' });
    expect((await held()).map(({ url }) => url)).toContain(`${theirs}/finto`);
  });
});

describe('a trackback', () => {
  it('with its words waits too, when the page really links to us', async () => {
    pages.set('/carlo', { body: `<a href="${ours}/dolcetto"><img src="x.png"></a>` });
    const form = {
      url: `${theirs}/carlo`,
      title: 'Gita in cantina',
      excerpt: 'Siamo stati a Valdorsa.',
      blog_name: 'Il taccuino di Carlo',
    };
    expect(await track(form, `?target=${encodeURIComponent(`${ours}/dolcetto`)}`)).toBe('0');
    expect(await held()).toContainEqual(
      expect.objectContaining({
        title: 'Gita in cantina',
        body: 'Siamo stati a Valdorsa.',
        author: expect.objectContaining({ name: 'Il taccuino di Carlo' }),
        about: `${ours}/dolcetto`,
      }),
    );
  });

  it('without a page of ours in its address is of the first that it links to', async () => {
    pages.set('/dora', linking('Da Dora'));
    expect(await track({ url: `${theirs}/dora` })).toBe('0');
    expect((await held()).find(({ url }) => url === `${theirs}/dora`)?.about).toBe(`${ours}/dolcetto`);
  });

  it('that says what is not so is refused', async () => {
    pages.set('/bugia', { body: '<p>Compra orologi</p>' });
    expect(await track({ url: `${theirs}/bugia` })).toBe('1');
    expect(await track({ title: 'senza indirizzo' })).toBe('1');
    expect(await track({ url: `${theirs}/dora` }, '?target=https://altri.example/')).toBe('1');
    expect((await fetch(`${door}/trackback`)).status).toBe(405);
  });
});

describe('a flood', () => {
  it('that names one host does not make us besiege it, and leaves room for others', async () => {
    const flood = Array.from({ length: 200 }, (_, at) =>
      fetch(door, {
        method: 'POST',
        headers: xml,
        body: writeCall('pingback.ping', [`http://localhost:9/${at}`, `${ours}/dolcetto`]),
      }),
    );
    const said = await Promise.all(
      (await Promise.all(flood)).map(async (one) => readAnswer(await one.text())),
    );
    expect(said.filter((one) => one.kind === 'fault' && one.code === 0x31).length).toBeGreaterThan(100);
    pages.set('/elsa', linking('Elsa, durante la piena'));
    await ping(`${theirs}/elsa`, `${ours}/dolcetto`);
    await vi.waitFor(
      async () => expect((await held()).map(({ body }) => body)).toContain('Elsa, durante la piena qui'),
      { timeout: 20_000, interval: 200 },
    );
  }, 60_000);
});

describe('our own new articles', () => {
  const feed = (...posts: readonly string[]) => ({
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Cantina</title><link>${ours}/</link>${posts.join('')}</channel></rss>`,
    headers: { 'content-type': 'application/rss+xml' },
  });
  const post = (name: string, html: string) =>
    `<item><title>${name}</title><link>${ours}/${name}</link><guid>${ours}/${name}</guid><description><![CDATA[${html}]]></description></item>`;

  it('are told to the pages that they link to, once, if the company wants it; what was there before is not', async () => {
    pages.set('/feed.xml', feed(post('vecchio', `<a href="${theirs}/amico">prima</a>`)));
    pages.set('/', {
      body: '<title>Cantina</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">',
    });
    pages.set('/amico', { body: `<link rel="webmention" href="${theirs}/accetta">` });
    pages.set('/antico', { headers: { 'x-pingback': `${theirs}/xmlrpc` } });
    pages.set('/accetta', { status: 202 });
    pages.set('/xmlrpc', { body: writeSuccess('grazie') });
    const { webmentionChannel } = await import('../../src/channels/webmention/channel.ts');
    const { platform } = house.house;
    const context = {
      connectionId: connection,
      settings: { site: ours, keepAll: true, tellLinks: true, feed: undefined },
      secrets: {},
      account: null,
      http: platform.http,
      clock: platform.clock,
      log: platform.log,
      keepSecrets: async () => {},
    };
    const targets = { searches: [], wants: () => false };
    const look = async (cursor: unknown) => {
      const looked = await webmentionChannel.receive.poll?.(context, cursor as never, targets);
      if (!looked?.ok) throw new Error(JSON.stringify(looked));
      return looked.value;
    };
    const first = await look(null);
    expect(posted.filter(({ path }) => path === '/accetta')).toEqual([]);
    const html = `<a href="${theirs}/amico">amico</a> <a href="${theirs}/antico">antico</a> <a href="${ours}/dolcetto">nostro</a>`;
    pages.set('/feed.xml', feed(post('nuovo', html), post('vecchio', '')));
    const second = await look(first.cursor);
    const told = posted.filter(({ path }) => path === '/accetta');
    expect(told.map(({ body }) => body)).toEqual([
      new URLSearchParams({ source: `${ours}/nuovo`, target: `${theirs}/amico` }).toString(),
    ]);
    const pinged = posted.filter(({ path }) => path === '/xmlrpc');
    expect(pinged).toHaveLength(1);
    expect(pinged[0]?.body).toContain(`<string>${ours}/nuovo</string>`);
    expect(second.items).toEqual([]);
    await look(second.cursor);
    expect(posted.filter(({ path }) => path === '/accetta')).toHaveLength(1);
    pages.set('/xmlrpc', { body: writeFault(0x30, 'detto già') });
    const off = await webmentionChannel.receive.poll?.(
      { ...context, settings: { ...context.settings, tellLinks: false } },
      second.cursor,
      targets,
    );
    expect(off).toEqual({ ok: true, value: { items: [], cursor: null } });
  });
});
