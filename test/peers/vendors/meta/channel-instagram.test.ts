import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { instagramChannel } from '../../../../src/channels/instagram/channel.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { proves } from '../../../harness/proves.ts';
import { itemNamed, itemsOf, openMeta } from './kit.ts';
import { type RunningMeta, startMeta } from './meta-server.ts';
import { signed } from './signing.ts';
import { pageWorld } from './worlds.ts';

proves('instagram', 'specification', ['comments', 'mentions', 'direct-messages', 'reply', 'retract', 'hide']);

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
const clock = { now: () => new Date() };
const US = '17841400000000001';
let meta: RunningMeta;
const open = () => openMeta(instagramChannel, { meta, http, clock });
const start = async () => {
  const channel = open();
  expectOk(await channel.authorise());
  expectOk(await channel.check());
  return channel;
};
beforeEach(async () => {
  meta = await startMeta(clock);
  pageWorld(meta);
});
afterEach(() => meta.stop());
afterAll(() => http.close());

it('is joined through the page that it is linked to', async () => {
  const channel = open();
  expectOk(await channel.authorise());
  expect(expectOk(await channel.check())).toMatchObject({
    account: { nativeId: US, handle: '@cantinarossi', url: 'https://www.instagram.com/cantinarossi/' },
    notices: [],
  });
  const { instagram_business_account: _, ...alone } = meta.objects.get('222') ?? { type: 'page' };
  meta.put(alone as never);
  expect(await channel.check()).toMatchObject({ error: { kind: 'misconfigured', field: 'page' } });
});

it('reads comments beneath its media, media that tag it, and private messages, once', async () => {
  const channel = await start();
  const heard = expectOk(await channel.poll());
  expect(itemNamed(heard, '17900')).toMatchObject({
    form: 'comment',
    text: 'Quanto costa?',
    addressed: true,
    author: { nativeId: '7771', handle: '@anna.sole' },
    rootNativeId: '17800',
    replyContext: { kind: 'comment', target: '17900' },
  });
  expect(itemNamed(heard, '17800')).toMatchObject({ ours: true, author: { nativeId: US } });
  expect(itemNamed(heard, '18800')).toMatchObject({
    addressed: true,
    author: { nativeId: '@ristorante' },
    replyContext: { kind: 'mention', media: '18800' },
  });
  expect(itemNamed(heard, 'm_7771')).toMatchObject({
    form: 'message',
    text: 'Spedite?',
    rootNativeId: `chat:${US}:7771`,
  });
  expect(itemsOf(expectOk(await channel.poll()))).toEqual([]);
});

it('asks what a mention says, which its notice does not tell', async () => {
  const channel = await start();
  meta.put({
    type: 'ig-comment',
    id: '19900',
    text: '@cantinarossi venite alla festa?',
    username: 'proloco',
    timestamp: new Date().toISOString(),
    media: { type: 'ig-media', id: '19800', permalink: 'https://www.instagram.com/p/ghi/' },
  });
  const notice = (value: object) =>
    JSON.stringify({
      object: 'instagram',
      entry: [{ id: US, time: 1, changes: [{ field: 'mentions', value }] }],
    });
  const heard = expectOk(await channel.take(notice({ media_id: '19800', comment_id: '19900' })));
  const item = itemNamed(heard, '19900');
  expect(item).toMatchObject({
    text: '@cantinarossi venite alla festa?',
    addressed: true,
    replyContext: { kind: 'mention', media: '19800', comment: '19900' },
  });
  expect(expectOk(await channel.take(notice({ media_id: '1', comment_id: '2' })))).toEqual([]);
  meta.put({ type: 'ig-media', id: '19800' });
  expect(await channel.send(expectOk(await channel.compose(item, 'Volentieri!')))).toMatchObject({
    state: 'published',
  });
  meta.state.throttled = { code: 4, minutes: 3 };
  expect(await channel.take(notice({ media_id: '19800', comment_id: '19900' }))).toMatchObject({
    error: { kind: 'rate-limited' },
  });
});

it('hears comments and messages at its door as it reads them', async () => {
  const channel = await start();
  const value = {
    id: '17901',
    text: 'Bello',
    from: { id: '7772', username: 'ugo' },
    media: { id: '17800', media_product_type: 'FEED' },
  };
  const messaging = [
    {
      sender: { id: '7771' },
      recipient: { id: US },
      timestamp: Date.now(),
      message: {
        mid: 'aWdf1',
        text: 'Ci siete?',
        attachments: [{ type: 'image', payload: { url: 'https://cdn.example/foto.jpg' } }],
      },
    },
    {
      sender: { id: US },
      recipient: { id: '7771' },
      timestamp: Date.now(),
      message: { mid: 'aWdf2', text: 'Eccoci', is_echo: true },
    },
    { sender: { id: '7771' }, recipient: { id: US }, timestamp: Date.now(), read: { mid: 'aWdf2' } },
    {
      sender: { id: '7771' },
      recipient: { id: US },
      timestamp: Date.now(),
      message: { mid: 'aWdf1', is_deleted: true },
    },
  ];
  const { body, headers } = signed(meta, {
    object: 'instagram',
    entry: [
      { id: US, time: Math.floor(Date.now() / 1_000), changes: [{ field: 'comments', value }], messaging },
    ],
  });
  expect(channel.accept('POST', '', { body, headers })).toEqual({ kind: 'keep' });
  const heard = expectOk(await channel.take(body));
  expect(heard.map(({ kind }) => kind)).toEqual(['item', 'item', 'item', 'receipt', 'removed']);
  expect(itemNamed(heard, '17901')).toMatchObject({ form: 'comment', saidAt: expect.any(String) });
  expect(itemNamed(heard, 'aWdf1')).toMatchObject({
    media: [{ kind: 'image', url: 'https://cdn.example/foto.jpg' }],
  });
  expect(itemNamed(heard, 'aWdf2')).toMatchObject({ ours: true, rootNativeId: `chat:${US}:7771` });
});

it('answers beneath a comment, privately and in the messages, finds and takes back', async () => {
  const channel = await start();
  const heard = expectOk(await channel.poll());
  const comment = itemNamed(heard, '17900');
  const payload = expectOk(await channel.compose(comment, '18 euro!'));
  const since = clock.now();
  meta.state.loseNext = true;
  expect(await channel.send(payload)).toMatchObject({ state: 'unknown' });
  const found = await channel.settle(payload, since);
  expect(found).toMatchObject({ state: 'published' });
  expectOk(await channel.retract((found as { nativeId: string }).nativeId));
  const privately = expectOk(
    await channel.compose(comment, 'Le scrivo', { options: { visibility: 'direct' } }),
  );
  expect(await channel.send(privately)).toMatchObject({ state: 'published' });
  const message = expectOk(await channel.compose(itemNamed(heard, 'm_7771'), 'Sì, ovunque'));
  expect(await channel.send(message)).toMatchObject({ state: 'published' });
  expect(await channel.settle(message, since)).toMatchObject({ state: 'published' });
});

it('counts 300 characters for a comment and 1,000 bytes for a message', async () => {
  const channel = await start();
  const heard = expectOk(await channel.poll());
  expect(await channel.compose(itemNamed(heard, '17900'), 'a'.repeat(301))).toMatchObject({
    error: [{ kind: 'too-long', max: 300 }],
  });
  expect(await channel.compose(itemNamed(heard, 'm_7771'), 'è'.repeat(501))).toMatchObject({
    error: [{ kind: 'too-long', max: 1_000, unit: 'byte' }],
  });
  expectOk(await channel.compose(itemNamed(heard, 'm_7771'), 'è'.repeat(500)));
});

it('hides a comment and shows it again, and nothing that is none', async () => {
  const channel = await start();
  expectOk(await channel.hide('17900', true));
  expect(meta.objects.get('17900')).toMatchObject({ is_hidden: true });
  expectOk(await channel.hide('17900', true));
  expectOk(await channel.hide('17900', false));
  expect(meta.objects.get('17900')).toMatchObject({ is_hidden: false });
  expect(await channel.hide('m_7771', true)).toMatchObject({ error: { kind: 'forbidden' } });
});
