import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelContext, Json } from '../../../src/channels/contract.ts';
import type { ChannelEvent, Item, RawItem } from '../../../src/channels/events.ts';
import { feedChannel } from '../../../src/channels/feed/channel.ts';
import type { FeedSettings } from '../../../src/channels/feed/settings.ts';
import { fixedClock, systemClock } from '../../../src/platform/clock.ts';
import { createGuardedFetch } from '../../../src/platform/fetch/index.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { expectOk } from '../../../src/platform/result.ts';
import { proves } from '../../harness/proves.ts';
import { type SiteServer, startSite } from './site-server.ts';

proves('feed', 'live-peer', ['mentions', 'comments']);

describe('the feed channel against a real web site', () => {
  let site: SiteServer;
  const http = createGuardedFetch({
    allowPrivateAddresses: ['127.0.0.1'],
    userAgent: 'Passaparola tests',
    limits: { totalTimeoutMs: 1_500 },
  });
  beforeAll(async () => {
    site = await startSite();
  });
  beforeEach(() => site.forgetRequests());
  afterAll(async () => {
    await http.close();
    await site.stop();
  });

  const open = (
    url: string,
    settings: Partial<FeedSettings> = {},
  ): ChannelContext<FeedSettings, Record<string, never>> => ({
    connectionId: 'test',
    settings: { url, ownSite: false, keepAll: true, comments: false, ...settings },
    secrets: {},
    account: null,
    http,
    clock: systemClock,
    log: silentLog,
    keepSecrets: async () => {},
  });
  const poll = async (url: string, cursor: Json = null, settings: Partial<FeedSettings> = {}) => {
    const received = await feedChannel.receive.poll?.(open(url, settings), cursor, {
      searches: [],
      wants: () => true,
    });
    if (!received) throw new Error('feeds are polled');
    return received;
  };
  const read = async (file: string, settings: Partial<FeedSettings> = {}): Promise<readonly Item[]> =>
    itemsOf(expectOk(await poll(site.address(file), null, settings)).items);

  it('brings every entry once, and asks only whether anything changed after that', async () => {
    site.put('blog.rss', {
      type: 'application/rss+xml',
      body: rss([entry('1', 'Primo'), entry('2', 'Secondo')]),
    });
    const first = expectOk(await poll(site.address('blog.rss')));
    expect(itemsOf(first.items).map((item) => item.title)).toEqual(['Secondo', 'Primo']);
    const second = expectOk(await poll(site.address('blog.rss'), first.cursor));
    expect(second).toEqual({ items: [], cursor: first.cursor });
    expect(site.requests.map((request) => request.status)).toEqual([200, 304]);
    site.put('blog.rss', {
      type: 'application/rss+xml',
      body: rss([entry('3', 'Terzo'), entry('1', 'Primo'), entry('2', 'Secondo, corretto')]),
    });
    const third = expectOk(await poll(site.address('blog.rss'), second.cursor));
    const known = new Set(first.items.map(keyOf));
    const news = third.items.filter((item) => !known.has(keyOf(item)));
    expect(itemsOf(news).map((item) => item.title)).toEqual(['Secondo, corretto', 'Terzo']);
  });

  it('reads Atom with its bases, its languages and its pictures', async () => {
    const items = await read('recensioni.atom');
    const review = items.find((item) => item.nativeId === 'tag:assaggi.test,2026:101');
    expect(review).toMatchObject({
      form: 'article',
      visibility: 'public',
      title: 'Caseificio Prato Fiorito: che peccato',
      text: expect.stringContaining('Il formaggio del Caseificio Prato Fiorito è arrivato schiacciato.'),
      url: 'https://assaggi.test/diario/prato-fiorito',
      language: 'it',
      saidAt: '2026-11-02T08:00:00.000Z',
      editedAt: '2026-11-02T09:00:00.000Z',
      author: { name: 'Bea Lunghi' },
      media: [
        { kind: 'image', url: 'https://assaggi.test/diario/foto/cacio.jpg', alt: 'Una forma schiacciata' },
      ],
    });
    const bread = items.find((item) => item.nativeId === 'tag:assaggi.test,2026:100');
    expect(bread?.title).toBe('Pane & olio');
    expect(bread?.url).toBe('https://assaggi.test/archivio/pane-e-olio');
    expect(bread?.links).toEqual([
      { url: 'https://assaggi.test/archivio/2026/foto', title: 'le foto' },
      { url: 'https://assaggi.test/mappa', title: 'la mappa' },
    ]);
  });

  it('takes the Base64 off the content of an old Atom feed', async () => {
    expect((await read('antico.atom')).map((item) => [item.title, item.text])).toEqual([
      ['Il miele di Apicoltura Fiordaliso', 'Un miele così non l’avevo mai assaggiato.'],
    ]);
  });

  it.each([
    'panificio.rss',
    'mercato.rdf',
    'officina.json',
    'puntate.rss',
    'latin1.xml',
    'windows1252.xml',
    'utf16.xml',
  ])('reads %s in its own format and letters', async (file) => {
    const items = await read(file);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(`${item.title ?? ''}${item.text}`).not.toMatch(/\ufffd|Ã|<\w/);
      expect(item.nativeId).not.toBe('');
    }
  });

  it('knows entries without ids again, and leaves out dates that are none', async () => {
    const first = await read('senza-identita.rss');
    const second = await read('senza-identita.rss');
    expect(second.map(keyOf)).toEqual(first.map(keyOf));
    expect(new Set(first.map((item) => item.nativeId)).size).toBe(4);
    expect(first.find((item) => item.text.startsWith('Solo un testo'))?.saidAt).toBeUndefined();
    expect(first.find((item) => item.title === 'Una data senza fuso')?.saidAt).toBe(
      '2026-11-02T09:15:00.000Z',
    );
  });

  it('lets nothing of a hostile feed through but its words', async () => {
    const [item] = await read('ostile.rss');
    const everything = JSON.stringify(item);
    expect(item?.text).toContain('Buono.');
    expect(item?.text).toContain('Fine');
    expect(everything).not.toMatch(/<|javascript:|data:|alert\(|onclick|onerror/);
    expect(item?.url).toBeUndefined();
  });

  it('finds the feed that a page names', async () => {
    site.put('sito', {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><title>Blog</title>
        <link rel="alternate" type="application/rss+xml" title="Commenti" href="/comments/feed.xml">
        <link rel="alternate" type="application/rss+xml" title="Articoli" href="/articoli.rss">`,
    });
    site.put('articoli.rss', { type: 'application/rss+xml', body: rss([entry('1', 'Dal sito')]) });
    const health = expectOk(await feedChannel.check(open(site.address('sito'))));
    expect(health.account).toMatchObject({ nativeId: site.address('articoli.rss'), name: 'Il blog di Ada' });
    expect(health.notices[0]?.it).toContain(site.address('articoli.rss'));
    const batch = expectOk(await poll(site.address('sito')));
    expect(itemsOf(batch.items).map((item) => item.title)).toEqual(['Dal sito']);
    site.forgetRequests();
    expectOk(await poll(site.address('sito'), batch.cursor));
    expect(site.requests.map((request) => request.path)).toEqual(['/articoli.rss']);
  });

  it('says that a page without a feed is none, naming the field', async () => {
    site.put('senza-feed', { type: 'text/html', body: '<!doctype html><title>Solo una pagina</title>' });
    expect(await feedChannel.check(open(site.address('senza-feed')))).toMatchObject({
      ok: false,
      error: { kind: 'misconfigured', field: 'url' },
    });
  });

  it('keeps the new address of a feed that moved for good, and not that of one that is elsewhere today', async () => {
    site.put('nuovo.rss', { type: 'application/rss+xml', body: rss([entry('1', 'Trasloco')]) });
    site.behave('vecchio.rss', { moved: site.address('nuovo.rss') });
    site.behave('oggi.rss', { elsewhere: site.address('nuovo.rss') });
    const moved = expectOk(await poll(site.address('vecchio.rss')));
    expect(moved.items).toHaveLength(1);
    site.forgetRequests();
    expectOk(await poll(site.address('vecchio.rss'), moved.cursor));
    expect(site.requests.map((request) => request.path)).toEqual(['/nuovo.rss']);
    expect(expectOk(await feedChannel.check(open(site.address('vecchio.rss')))).notices[0]?.en).toContain(
      'moved',
    );

    const elsewhere = expectOk(await poll(site.address('oggi.rss')));
    site.forgetRequests();
    expectOk(await poll(site.address('oggi.rss'), elsewhere.cursor));
    expect(site.requests.map((request) => request.path)).toEqual(['/oggi.rss', '/nuovo.rss']);
  });

  it.each([
    ['gone', { kind: 'gone' }],
    ['missing', { kind: 'not-found' }],
    ['server-error', { kind: 'server-error', status: 500 }],
    [{ retryAfter: 120 }, { kind: 'rate-limited', retryAfterMs: 120_000 }],
    [
      { status: 503, headers: { 'retry-after': '60' } },
      { kind: 'rate-limited', retryAfterMs: 60_000 },
    ],
    [{ status: 401 }, { kind: 'unauthorised' }],
    [{ status: 403 }, { kind: 'forbidden' }],
    ['cut', { kind: 'unreachable' }],
    ['reset', { kind: 'unreachable' }],
    ['invalid-json', { kind: 'bad-response' }],
    ['fifty-megabytes', { kind: 'too-large' }],
    ['zip-bomb', { kind: 'too-large' }],
    ['endless-redirects', { kind: 'bad-response' }],
    [{ slow: 5_000 }, { kind: 'timeout' }],
    [{ drip: 100 }, { kind: 'timeout' }],
    ['html-instead', { kind: 'bad-response' }],
  ] as const)('says what is wrong when a site answers %o', async (behaviour, problem) => {
    site.behave('panificio.rss', behaviour);
    const received = await poll(site.address('panificio.rss'));
    site.behave('panificio.rss', 'well');
    expect(received).toMatchObject({ ok: false, error: problem });
  });

  it('reads the wait that a site asks for by that site’s own clock', async () => {
    const hourMs = 3_600_000;
    site.shiftClock(hourMs);
    site.behave('panificio.rss', { retryUntil: new Date(Date.now() + hourMs + 120_000) });
    const received = await poll(site.address('panificio.rss'));
    site.behave('panificio.rss', 'well');
    const health = expectOk(await feedChannel.check(open(site.address('panificio.rss'))));
    site.shiftClock(0);
    const wait =
      !received.ok && received.error.kind === 'rate-limited' ? (received.error.retryAfterMs ?? 0) : 0;
    expect(wait).toBeGreaterThan(100_000);
    expect(wait).toBeLessThanOrEqual(121_000);
    expect(Math.round((health.clockSkewMs ?? 0) / 60_000)).toBe(60);
  });

  it.each([
    [
      'entities that multiply',
      `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss([entry('1', '&b;')])}`,
    ],
    [
      'a hundred thousand elements in each other',
      `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}</channel></rss>`,
    ],
    ['half a document', rss([entry('1', 'Intero')]).slice(0, -30)],
    ['a broken document', '<rss version="2.0"><channel><item></rss>'],
  ])('calls %s unreadable, and goes on', async (_name, body) => {
    site.put('bomba.rss', { type: 'application/rss+xml', body });
    expect(await poll(site.address('bomba.rss'))).toMatchObject({
      ok: false,
      error: { kind: 'bad-response' },
    });
    expect((await read('panificio.rss')).length).toBeGreaterThan(0);
  });

  it('reads no file and no other address through an entity', async () => {
    const received = await poll(site.address('entita-esterna.xml'));
    expect(received).toMatchObject({ ok: false, error: { kind: 'bad-response' } });
  });

  it('does not go to private addresses unless told so', async () => {
    const received = await poll('http://127.0.0.2:9/feed.xml');
    expect(received).toMatchObject({ ok: false, error: { kind: 'blocked-address' } });
  });

  it('brings comments as answers to their article; on a site of ours they are spoken to us', async () => {
    site.put('commenti.rss', {
      type: 'application/rss+xml',
      body: rss([
        `<item><title>Di: Ugo</title><guid isPermaLink="false">https://blog.example/?p=7#comment-3</guid>
         <link>https://blog.example/olio/#comment-3</link><dc:creator>Ugo</dc:creator>
         <description>Quando riaprite?</description></item>`,
      ]),
    });
    const [theirs] = await read('commenti.rss');
    expect(theirs).toMatchObject({
      form: 'comment',
      parentNativeId: 'https://blog.example/?p=7',
      addressed: false,
      text: 'Quando riaprite?',
      author: { name: 'Ugo' },
    });
    const [ours] = await read('commenti.rss', { ownSite: true });
    expect(ours).toMatchObject({ addressed: true, ours: false });
    const [article] = await read('panificio.rss', { ownSite: true });
    expect(article).toMatchObject({ addressed: false, ours: true });
  });

  it('believes no date of the day after tomorrow', async () => {
    const clock = fixedClock(new Date('2026-11-10T12:00:00Z'));
    site.put('futuro.rss', {
      type: 'application/rss+xml',
      body: rss([
        entry('1', 'Domani l’altro', '2026-11-12T12:00:01Z'),
        entry('2', 'Ieri', '2026-11-09T12:00:00Z'),
      ]),
    });
    const context = { ...open(site.address('futuro.rss')), clock };
    const received = await feedChannel.receive.poll?.(context, null, { searches: [], wants: () => true });
    if (!received?.ok) throw new Error('the feed reads');
    expect(itemsOf(received.value.items).map((item) => [item.title, item.saidAt])).toEqual([
      ['Ieri', '2026-11-09T12:00:00.000Z'],
      ['Domani l’altro', undefined],
    ]);
  });
});

const itemsOf = (items: readonly RawItem[]): readonly Item[] =>
  items
    .flatMap((raw): readonly ChannelEvent[] => feedChannel.normalise(raw))
    .flatMap((event) => (event.kind === 'item' ? [event.item] : []));

const keyOf = (item: { readonly nativeId: string; readonly revision: string }): string =>
  `${item.nativeId} ${item.revision}`;

const entry = (id: string, title: string, date = '2026-11-01T10:00:00Z'): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><dc:date>${date}</dc:date></item>`;

const rss = (items: readonly string[]): string => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Il blog di Ada</title>
<link>https://ada.example/</link><description>d</description>${items.join('\n')}</channel></rss>`;
