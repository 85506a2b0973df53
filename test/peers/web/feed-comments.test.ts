import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ChannelContext, Json } from '../../../src/channels/contract.ts';
import type { Item } from '../../../src/channels/events.ts';
import { feedChannel } from '../../../src/channels/feed/channel.ts';
import type { FeedSettings } from '../../../src/channels/feed/settings.ts';
import { fixedClock } from '../../../src/platform/clock.ts';
import { createGuardedFetch } from '../../../src/platform/fetch/index.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { expectOk } from '../../../src/platform/result.ts';
import { waitUntil } from '../kit/wait-until.ts';
import { type Behaviour, type SiteServer, startSite } from './site-server.ts';

let site: SiteServer;
let minutes = 0;
const http = createGuardedFetch({
  allowPrivateAddresses: ['127.0.0.1'],
  userAgent: 'Passaparola tests',
  limits: { totalTimeoutMs: 1_500 },
});
beforeAll(async () => {
  site = await startSite();
});
beforeEach(() => site.forgetRequests());
afterEach(() => site.behave('commenti-1', 'well'));
afterAll(async () => {
  await http.close();
  await site.stop();
});

const poll = async (cursor: Json, settings: Partial<FeedSettings> = {}) => {
  const context: ChannelContext<FeedSettings, Record<string, never>> = {
    connectionId: 'test',
    settings: { url: site.address('blog'), ownSite: false, keepAll: true, comments: true, ...settings },
    secrets: {},
    account: null,
    http,
    clock: fixedClock(new Date(Date.UTC(2026, 10, 22, 9, minutes))),
    log: silentLog,
    keepSecrets: async () => {},
  };
  const received = await feedChannel.receive.poll?.(context, cursor, { searches: [], wants: () => true });
  if (!received) throw new Error('feeds are polled');
  const { items, cursor: next } = expectOk(received);
  const said = items.flatMap((raw) =>
    feedChannel.normalise(raw).flatMap((event) => (event.kind === 'item' ? [event.item] : [])),
  );
  return { said, comments: said.filter(({ form }) => form === 'comment'), cursor: next };
};
const asked = () => site.requests.map(({ path }) => path).filter((path) => path !== '/blog');

const post = (number: number, count?: number) => `<item><title>Articolo ${number}</title>
  <guid isPermaLink="false">https://blog.example/?p=${number}</guid><link>https://blog.example/${number}</link>
  <wfw:commentRss>${site.address(`commenti-${number}`)}</wfw:commentRss>
  ${count === undefined ? '' : `<slash:comments>${count}</slash:comments>`}</item>`;
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
  xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:thr="http://purl.org/syndication/thread/1.0"><channel><title>Il blog</title><link>https://blog.example/</link>
  ${items.join('')}</channel></rss>`;
const comment = (id: string, text: string, extra = '') =>
  `<item><title>Di: Ugo</title><guid isPermaLink="false">${id}</guid><dc:creator>Ugo</dc:creator>
  <description>${text}</description>${extra}</item>`;
const put = (name: string, body: string | Buffer, type = 'application/rss+xml') =>
  site.put(name, { type, body });
const texts = (items: readonly Item[]) => items.map(({ text }) => text);

it('comments come into the conversation of their post, also answers among themselves, whatever their ids look like', async () => {
  put('blog', rss(post(1, 2), post(2, 0), post(3)));
  put(
    'commenti-1',
    rss(
      comment('tag:blog,2026:c2', 'Anche a me', '<thr:in-reply-to ref="tag:blog,2026:c1"/>'),
      comment('tag:blog,2026:c1', 'Mi piace', '<pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate>'),
    ),
  );
  put('commenti-3', rss(comment('https://blog.example/?p=3#comment-9', 'Quando?')));
  const { said, comments } = await poll(null);
  expect(said.filter(({ form }) => form === 'article')).toHaveLength(3);
  expect(comments).toMatchObject([
    {
      ...{ text: 'Mi piace', author: { name: 'Ugo' }, saidAt: '2026-11-22T08:00:00.000Z', addressed: false },
      ...{ parentNativeId: 'https://blog.example/?p=1', rootNativeId: 'https://blog.example/?p=1' },
    },
    {
      ...{
        text: 'Anche a me',
        parentNativeId: 'tag:blog,2026:c1',
        rootNativeId: 'https://blog.example/?p=1',
      },
    },
    { text: 'Quando?', parentNativeId: 'https://blog.example/?p=3' },
  ]);
  // Nobody has said anything about the second.
  expect(asked().sort()).toEqual(['/commenti-1', '/commenti-3']);
  expect((await poll(null, { ownSite: true })).comments.every(({ addressed }) => addressed)).toBe(true);
});

it('are left alone until asked for', async () => {
  put('blog', rss(post(1, 2)));
  expect((await poll(null, { comments: false })).comments).toEqual([]);
  expect(asked()).toEqual([]);
});

it('Atom says where its answers are: the link of kind feed, not the page', async () => {
  put(
    'blog',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><id>f</id><title>Blog</title>
    <updated>2026-11-22T00:00:00Z</updated><entry><id>tag:a,1</id><title>A</title><updated>2026-11-22T00:00:00Z</updated>
    <link rel="replies" type="text/html" href="/pagina"/>
    <link rel="replies" type="application/atom+xml" href="${site.address('commenti-1')}" thr:count="1"/></entry></feed>`,
    'application/atom+xml',
  );
  put(
    'commenti-1',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><id>c</id><title>C</title>
    <updated>2026-11-22T00:00:00Z</updated><entry><id>tag:a,1,c</id><title>Re: A</title><updated>2026-11-22T01:00:00Z</updated>
    <author><name>Bea</name></author><thr:in-reply-to ref="tag:a,1"/><content>Vero!</content></entry></feed>`,
    'application/atom+xml',
  );
  const { comments } = await poll(null);
  expect(comments).toMatchObject([{ text: 'Vero!', parentNativeId: 'tag:a,1', author: { name: 'Bea' } }]);
});

it('are asked for when their number grows, else every half an hour, and only whether they changed', async () => {
  put('blog', rss(post(1, 1)));
  put('commenti-1', rss(comment('c1', 'Primo')));
  const first = await poll(null);
  minutes += 10;
  site.forgetRequests();
  const second = await poll(first.cursor);
  expect([asked(), texts(second.comments)]).toEqual([[], []]);
  put('blog', rss(post(1, 2)));
  put('commenti-1', rss(comment('c2', 'Secondo'), comment('c1', 'Primo')));
  const third = await poll(second.cursor);
  expect(texts(third.comments)).toEqual(['Primo', 'Secondo']);
  minutes += 31;
  site.forgetRequests();
  const fourth = await poll(third.cursor);
  expect(site.requests.find(({ path }) => path === '/commenti-1')?.status).toBe(304);
  expect(fourth.comments).toEqual([]);
});

it('five posts are asked about in one look, the others in the next ones', async () => {
  const numbers = [11, 12, 13, 14, 15, 16, 17];
  put('blog', rss(...numbers.map((number) => post(number))));
  for (const number of numbers) put(`commenti-${number}`, rss(comment(`c${number}`, `Sul ${number}`)));
  const first = await poll(null);
  expect(first.comments).toHaveLength(5);
  minutes += 10;
  expect((await poll(first.cursor)).comments).toHaveLength(2);
});

it.each<[string, Behaviour | string | Buffer]>([
  ['a gigabyte of zeros', 'zip-bomb'],
  ['redirects without end', 'endless-redirects'],
  ['one byte at a time', { drip: 100 }],
  ['an error', 'server-error'],
  [
    'a page',
    '<!doctype html><title>Ciao</title><link rel="alternate" type="application/rss+xml" href="/blog">',
  ],
  ['elements in elements', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}</channel></rss>`],
  [
    'entities that multiply',
    '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>',
  ],
  ['half a document', '<rss version="2.0"><channel><item><title>Mezzo'],
])('comments that are %s harm neither the posts nor other comments', async (_, what) => {
  put('blog', rss(post(1), post(2)));
  put('commenti-2', rss(comment('sano', 'Sano e salvo')));
  const isFile = typeof what === 'string' && what.startsWith('<');
  put('commenti-1', isFile ? what : rss(comment('malato', 'Mai letto')));
  if (!isFile && !Buffer.isBuffer(what)) site.behave('commenti-1', what as Behaviour);
  const { said, comments, cursor } = await poll(null);
  expect(said.filter(({ form }) => form === 'article')).toHaveLength(2);
  expect(texts(comments)).toEqual(['Sano e salvo']);
  // It is asked again, but not at once.
  minutes += 10;
  // What dripped is noted when it ends.
  await waitUntil(() => asked().includes('/commenti-1'), { what: 'the end of the answer' });
  site.forgetRequests();
  await poll(cursor);
  expect(asked()).toEqual([]);
});

it('comments in other letters and without dates are read', async () => {
  put('blog', rss(post(1)));
  const document = `<?xml version="1.0" encoding="windows-1252"?>${rss(comment('c1', 'Perché così caro? “Dieci” €')).replace(/^<\?xml[^>]*>/, '')}`;
  const letters: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '€': 0x80 };
  const bytes = Buffer.from([...document].map((letter) => letters[letter] ?? letter.charCodeAt(0)));
  put('commenti-1', bytes, 'text/xml');
  const { comments } = await poll(null);
  expect(comments).toMatchObject([{ text: 'Perché così caro? “Dieci” €' }]);
  expect(comments[0]?.saidAt).toBeUndefined();
});
