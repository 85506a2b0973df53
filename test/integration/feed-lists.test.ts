import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { type SiteServer, startSite } from '../peers/web/site-server.ts';

let site: SiteServer;
let house: TestHouse;
let company: TestCompany;
let other: TestCompany;

beforeAll(async () => {
  site = await startSite();
  for (const name of ['uno', 'due']) {
    const item = `<item><guid>${name}</guid><title>Notizia ${name}</title></item>`;
    site.put(`${name}.rss`, {
      type: 'application/rss+xml',
      body: `<rss version="2.0"><channel><title>Sito ${name}</title><link>https://${name}.example/</link>${item}</channel></rss>`,
    });
  }
  site.put('pagina', { type: 'text/html', body: '<!doctype html><title>Solo una pagina</title>' });
  house = await startTestHouse();
  company = await house.company('Cantina degli elenchi');
  other = await house.company('Un’altra');
});
afterAll(async () => {
  await house?.stop();
  await site?.stop();
});

type Line = {
  readonly line: number;
  readonly title: string;
  readonly url: string | null;
  readonly state: string;
  readonly why: { readonly it: string } | null;
};
const path = (whose: TestCompany = company) => `/api/workspaces/${whose.workspaceId}/feed-list`;
const send = (body: string | Uint8Array<ArrayBuffer>, query = '') =>
  company.as(`${path()}${query}`, { method: 'POST', body, headers: { 'content-type': 'text/x-opml' } });
const linesOf = async (body: string | Uint8Array<ArrayBuffer>, query = '') => {
  const answer = await send(body, query);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { lines: Line[] }).lines;
};
const list = () => `<?xml version="1.0" encoding="iso-8859-1"?>
<opml version="2.0"><head><title>I miei siti</title></head><body>
<outline text="Citt\u00e0">
<outline type="rss" text="Caff\u00e8 Uno" xmlUrl="${site.address('uno.rss')}"/>
<outline type="rss" text="Due" xmlUrl="${site.address('due.rss')}"/>
</outline>
<outline text="Rotto" xmlUrl="${site.address('pagina')}"/>
<outline text="Assente" xmlUrl="${site.address('manca.rss')}"/>
<outline text="Vuoto"/>
</body></opml>`;
const file = () => new Uint8Array(Buffer.from(list(), 'latin1'));
const connections = async () =>
  (
    await company.json<{ connections: { name: string; channel: string }[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/connections`,
    )
  ).connections;

it('a list is read without changing anything, then joined up line by line; what is wrong is said on its line', async () => {
  const tried = await linesOf(file());
  expect(tried.map(({ line, state }) => [line, state])).toEqual([
    [4, 'new'],
    [5, 'new'],
    [7, 'new'],
    [8, 'new'],
    [9, 'refused'],
  ]);
  expect(tried[0]?.title).toBe('Caffè Uno');
  expect(await connections()).toEqual([]);

  const added = await linesOf(file(), '?add=true');
  expect(added.map(({ state }) => state)).toEqual(['added', 'added', 'refused', 'refused', 'refused']);
  expect(added.slice(2).every(({ why }) => (why?.it ?? '').length > 10)).toBe(true);
  expect((await connections()).map(({ name }) => name).sort()).toEqual(['Caffè Uno', 'Due']);

  const again = await linesOf(file(), '?add=true');
  expect(again.map(({ state }) => state).slice(0, 2)).toEqual(['here', 'here']);
  expect(await connections()).toHaveLength(2);
});

it('a list that stands on one line is read and tried like any other, from a place on when asked', async () => {
  const one = list().replaceAll('\n', ' ');
  const all = await linesOf(new Uint8Array(Buffer.from(one, 'latin1')), '?add=true&after=3');
  expect(all.map((line) => [(line as Line & { at: number }).at, line.line, line.state])).toEqual([
    [1, 1, 'here'],
    [2, 1, 'here'],
    [3, 1, 'new'],
    [4, 1, 'refused'],
    [5, 1, 'refused'],
  ]);
});

it('our feeds are written as a list, which is read back as what we have', async () => {
  const answer = await company.as(path());
  expect(answer.headers.get('content-type')).toContain('text/x-opml');
  const text = await answer.text();
  expect(text).toContain(site.address('uno.rss'));
  expect(text).toContain('https://uno.example/');
  expect((await linesOf(text)).map(({ title, state }) => [title, state]).sort()).toEqual([
    ['Caffè Uno', 'here'],
    ['Due', 'here'],
  ]);
});

it.each([
  ['no list', '<html></html>', 422, 'feed-list-not-opml'],
  ['nothing', '', 422, 'feed-list-not-opml'],
  ['a bomb', '<!DOCTYPE opml [<!ENTITY a "aa">]><opml><body>&a;</body></opml>', 422, 'feed-list-entities'],
  ['six megabytes', ' '.repeat(6_000_000), 413, 'too-large'],
])('%s is refused in words', async (_, body, status, code) => {
  const answer = await send(body);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
});

it('nobody reads or fills the list of another company', async () => {
  expect((await company.as(path(other))).status).toBe(404);
  expect((await company.as(`${path(other)}?add=true`, { method: 'POST', body: list() })).status).toBe(404);
});
