import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SiteServer, startSite } from './site-server.ts';

describe('the web site of the tests', () => {
  let site: SiteServer;
  beforeAll(async () => {
    site = await startSite();
  });
  beforeEach(() => site.forgetRequests());
  afterAll(() => site?.stop());

  it('answers 304 to whoever has the feed already, by tag or by date', async () => {
    const address = site.address('panificio.rss');
    const first = await fetch(address);
    expect(await first.text()).toContain('Panificio Tre Spighe');
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    const statusWith = async (headers: Record<string, string>) => (await fetch(address, { headers })).status;
    expect(await statusWith({ 'if-none-match': etag })).toBe(304);
    expect(await statusWith({ 'if-modified-since': modified })).toBe(304);
    expect(await statusWith({ 'if-none-match': '"altro"', 'if-modified-since': modified })).toBe(200);
    expect(site.requests.map(({ status }) => status)).toEqual([200, 304, 304, 200]);
  });

  it('serves a file put by the test with a new tag each time it changes', async () => {
    site.put('vivo.rss', { body: '<rss/>', type: 'application/rss+xml' });
    const before = (await fetch(site.address('vivo.rss'))).headers.get('etag');
    site.put('vivo.rss', { body: '<rss version="2.0"/>', type: 'application/rss+xml' });
    expect((await fetch(site.address('vivo.rss'))).headers.get('etag')).not.toBe(before);
  });

  it.each([
    [{ moved: 'https://altrove.test/' } as const, 301, 'location', 'https://altrove.test/'],
    [{ elsewhere: '/qui' } as const, 302, 'location', '/qui'],
    [{ retryAfter: 120 } as const, 429, 'retry-after', '120'],
    [{ retryUntil: new Date(0) } as const, 429, 'retry-after', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['gone' as const, 410, 'location', null],
    ['server-error' as const, 500, 'location', null],
    ['html-instead' as const, 200, 'content-type', 'text/html; charset=utf-8'],
  ])('misbehaves as told: %j', async (behaviour, status, header, value) => {
    site.behave('panificio.rss', behaviour);
    const answer = await fetch(site.address('panificio.rss'), { redirect: 'manual' });
    expect([answer.status, answer.headers.get(header)]).toEqual([status, value]);
    site.behave('panificio.rss', 'well');
    expect((await fetch(site.address('panificio.rss'))).status).toBe(200);
  });

  it('cuts the connection in the middle of the body', async () => {
    site.behave('recensioni.atom', 'cut');
    const answer = await fetch(site.address('recensioni.atom'));
    await expect(answer.text()).rejects.toThrow();
  });

  it('sends fifty megabytes', async () => {
    site.behave('grande', 'fifty-megabytes');
    const answer = await fetch(site.address('grande'));
    expect((await answer.arrayBuffer()).byteLength).toBe(50_000_000);
  });

  it('shows a clock that is an hour ahead', async () => {
    site.shiftClock(3_600_000);
    const answer = await fetch(site.address('officina.json'));
    site.shiftClock(0);
    const ahead = Date.parse(answer.headers.get('date') ?? '') - Date.now();
    expect(Math.round(ahead / 60_000)).toBe(60);
  });

  it('keeps its files to itself', async () => {
    const { hostname, port } = new URL(site.url);
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write('GET /..%2fsite-server.ts HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'),
      );
      socket.once('data', (chunk) => resolve(chunk.toString('utf8')));
    });
    expect(said).toMatch(/^HTTP\/1\.1 404 /);
  });
});
