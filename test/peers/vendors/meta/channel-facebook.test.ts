import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { facebookChannel } from '../../../../src/channels/facebook/channel.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { proves } from '../../../harness/proves.ts';
import { itemNamed, itemsOf, openMeta } from './kit.ts';
import { type RunningMeta, startMeta } from './meta-server.ts';
import { signed, signedRequest } from './signing.ts';
import { pageWorld } from './worlds.ts';

proves('facebook', 'specification', [
  'comments',
  'mentions',
  'reviews',
  'direct-messages',
  'reply',
  'retract',
  'hide',
]);

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
let meta: RunningMeta;
let world: ReturnType<typeof pageWorld>;
let offset = 0;
const clock = { now: () => new Date(Date.now() + offset) };
const open = (settings = {}) => openMeta(facebookChannel, { meta, http, settings, clock });
const start = async () => {
  const channel = open();
  expectOk(await channel.authorise());
  expectOk(await channel.check());
  return channel;
};
beforeEach(async () => {
  offset = 0;
  meta = await startMeta(clock);
  world = pageWorld(meta);
});
afterEach(() => meta.stop());
afterAll(() => http.close());

it('is joined on Facebook’s page: code, long token, the page’s own token, and the subscription read back', async () => {
  const channel = open();
  expectOk(await channel.authorise());
  expect(channel.secrets()).toMatchObject({ userId: '13579', accessToken: expect.stringMatching(/^EAAP/) });
  const health = expectOk(await channel.check());
  expect(health).toMatchObject({ account: { nativeId: '222', name: 'Cantina Rossi' }, notices: [] });
  expect(health.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 80 * 86_400_000);
  expect(meta.asked.filter((one) => one.startsWith('POST'))).toContain('POST /v25.0/me/subscribed_apps');
});

it('says what people unticked, and asks which page is meant when there are several', async () => {
  meta.state.unticked = ['pages_messaging', 'pages_manage_metadata'];
  const channel = open();
  expectOk(await channel.authorise());
  expect(expectOk(await channel.check()).notices.map(({ en }) => en)).toEqual([
    expect.stringContaining('pages_manage_metadata'),
    expect.stringContaining('pages_messaging'),
  ]);
  meta.state.unticked = ['pages_read_user_content'];
  const blind = open();
  expectOk(await blind.authorise());
  expect(await blind.check()).toMatchObject({ error: { kind: 'forbidden' } });
  const second = meta.put({ type: 'page', id: '223', name: 'Enoteca Rossi' });
  meta.put({ type: 'user', id: '13579', accounts: [world.page, second] });
  meta.state.unticked = [];
  expect(await open().authorise()).toMatchObject({ error: { kind: 'misconfigured', field: 'page' } });
  const named = open({ page: 'enoteca rossi' });
  expectOk(await named.authorise());
  expect(expectOk(await named.check())).toMatchObject({ account: { nativeId: '223' } });
});

it('reads comments, posts that name it, recommendations and messages, once', async () => {
  const channel = await start();
  const heard = expectOk(await channel.poll());
  expect(itemNamed(heard, '111_900')).toMatchObject({
    form: 'comment',
    text: 'Che buono! 😋',
    addressed: true,
    author: { nativeId: '5551', name: 'Anna Sole' },
    rootNativeId: '222_111',
    replyContext: { kind: 'comment', target: '111_900' },
  });
  expect(itemNamed(heard, '222_111')).toMatchObject({ ours: true, addressed: false });
  expect(itemNamed(heard, '333_444')).toMatchObject({ form: 'post', addressed: true });
  expect(itemNamed(heard, '888')).toMatchObject({
    form: 'review',
    rating: { value: 0, best: 1 },
    text: 'Servizio lento',
  });
  expect(itemNamed(heard, 'm_5551')).toMatchObject({
    form: 'message',
    visibility: 'direct',
    rootNativeId: 'chat:222:5551',
  });
  expect(itemsOf(expectOk(await channel.poll()))).toEqual([]);
});

it('goes down through the pages to what it has, and no further', async () => {
  const channel = await start();
  expectOk(await channel.poll());
  const later = (index: number) => new Date(Date.now() - 1_000 * index).toISOString();
  const posts = Array.from({ length: 60 }, (_, index) => ({
    type: 'post',
    id: `222_5${index}`,
    message: `Post ${index}`,
    from: { id: '5551', name: 'Anna' },
    created_time: later(index),
  }));
  const page = meta.objects.get('222');
  meta.put({ ...page, feed: [...posts, world.post] } as never);
  expect(itemsOf(expectOk(await channel.poll())).length).toBe(60);
});

it('knows what is brought to the door and what it reads for one and the same', async () => {
  const channel = await start();
  expectOk(await channel.poll());
  const value = {
    item: 'comment',
    verb: 'add',
    comment_id: '111_901',
    post_id: '222_111',
    parent_id: '222_111',
    from: { id: '5552', name: 'Ugo' },
    message: 'Ottimo',
    created_time: Math.floor(Date.now() / 1_000),
  };
  const { body, headers } = signed(meta, {
    object: 'page',
    entry: [{ id: '222', time: 1, changes: [{ field: 'feed', value }] }],
  });
  expect(channel.accept('POST', '', { body, headers })).toEqual({ kind: 'keep' });
  const brought = itemNamed(expectOk(await channel.take(body)), '111_901');
  const post = meta.objects.get('222_111');
  const comments = [
    {
      type: 'comment',
      id: '111_901',
      message: 'Ottimo',
      from: { id: '5552', name: 'Ugo' },
      created_time: new Date().toISOString(),
    },
    world.comment,
  ];
  meta.put({ ...meta.objects.get('222'), feed: [{ ...post, comments }] } as never);
  const read = itemNamed(expectOk(await channel.poll()), '111_901');
  expect({ id: read.nativeId, revision: read.revision }).toEqual({
    id: brought.nativeId,
    revision: brought.revision,
  });
  const removal = {
    object: 'page',
    entry: [{ id: '222', changes: [{ field: 'feed', value: { ...value, verb: 'remove' } }] }],
  };
  expect(expectOk(await channel.take(JSON.stringify(removal)))).toMatchObject([
    { kind: 'removed', nativeId: '111_901' },
  ]);
});

it('answers in public, privately and in Messenger, finds what it sent, and takes a comment back', async () => {
  const channel = await start();
  const heard = expectOk(await channel.poll());
  const comment = itemNamed(heard, '111_900');
  const since = clock.now();
  const inPublic = expectOk(await channel.compose(comment, 'Grazie Anna!'));
  meta.state.loseNext = true;
  expect(await channel.send(inPublic)).toMatchObject({ state: 'unknown' });
  const found = await channel.settle(inPublic, since);
  expect(found).toMatchObject({ state: 'published', nativeId: expect.stringMatching(/^900_/) });
  expectOk(await channel.retract((found as { nativeId: string }).nativeId));
  expectOk(await channel.retract('900_404404'));
  const privately = expectOk(
    await channel.compose(comment, 'Le scrivo qui', { options: { visibility: 'direct' } }),
  );
  expect(await channel.send(privately)).toMatchObject({
    state: 'published',
    nativeId: expect.stringMatching(/^m_/),
  });
  expect(await channel.send(privately)).toMatchObject({ state: 'rejected' });
  const message = expectOk(await channel.compose(itemNamed(heard, 'm_5551'), 'Sì, fino alle 19'));
  expect(await channel.send(message)).toMatchObject({ state: 'published' });
  expect(await channel.settle(message, since)).toMatchObject({ state: 'published' });
  const unsent = { ...message, text: 'mai inviato' };
  expect(await channel.settle(unsent, new Date(since.getTime() - 60_000))).toEqual({ state: 'absent' });
});

it('does not write after 24 hours, but for an app with Human Agent', async () => {
  const channel = await start();
  const message = itemNamed(expectOk(await channel.poll()), 'm_5551');
  offset = 26 * 3_600_000;
  expect(await channel.compose(message, 'Scusi il ritardo')).toMatchObject({
    error: [{ kind: 'closed', why: { it: expect.stringContaining('24 ore') } }],
  });
  const early = expectOk(await channel.compose(message, 'Scusi', { writtenAt: message.saidAt ?? '' }));
  expect(await channel.send(early)).toMatchObject({ state: 'rejected', problem: { kind: 'too-late' } });
  const agent = open({ humanAgent: true });
  agent.give(channel.secrets());
  await agent.check();
  const late = expectOk(await agent.compose(message, 'Scusi il ritardo'));
  expect(await agent.send(late)).toMatchObject({ state: 'published' });
});

it('slows down when asked, keeps what it has, and tells when the permission has ended', async () => {
  const channel = await start();
  meta.state.throttled = { code: 4, minutes: 7 };
  expect(await channel.poll()).toMatchObject({ error: { kind: 'rate-limited', retryAfterMs: 420_000 } });
  meta.state.throttled = undefined;
  meta.state.usage = 95;
  meta.asked.length = 0;
  expectOk(await channel.poll());
  expect(meta.asked.length).toBe(1);
  for (const token of meta.tokens.values()) token.endsAt = 0;
  expect(await channel.poll()).toMatchObject({ error: { kind: 'unauthorised' } });
});

it('goes on without what people did not allow', async () => {
  meta.state.unticked = ['pages_messaging'];
  const channel = open();
  expectOk(await channel.authorise());
  await channel.check();
  expect(itemsOf(expectOk(await channel.poll())).map(({ form }) => form)).not.toContain('message');
});

it('forgets what is no longer there only when it was missing twice', async () => {
  const channel = await start();
  expectOk(await channel.poll());
  meta.put({ ...meta.objects.get('222'), feed: [], tagged: [], ratings: [] } as never);
  meta.objects.delete('111_900');
  const removed: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    for (const event of expectOk(await channel.poll()))
      if (event.kind === 'removed') removed.push(event.nativeId);
    if (round < 4) expect(removed).toEqual([]);
  }
  expect(removed).toEqual(['111_900']);
});

it('lets go of the permission when its giver takes it back', async () => {
  const channel = await start();
  const body = new URLSearchParams({ signed_request: signedRequest(meta, '13579') }).toString();
  const verdict = channel.accept('POST', 'deauthorise', {
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  if (verdict.kind !== 'keep') throw new Error('not kept');
  expect(expectOk(await channel.take('', verdict.note))).toEqual([]);
  expect(channel.secrets().accessToken).toBeUndefined();
  expect(await channel.poll()).toMatchObject({ error: { kind: 'unauthorised' } });
});

it('hides a comment and shows it again, and nothing that is none', async () => {
  const channel = await start();
  expectOk(await channel.hide('111_900', true));
  expect(meta.objects.get('111_900')).toMatchObject({ is_hidden: true });
  expectOk(await channel.hide('111_900', true));
  expectOk(await channel.hide('111_900', false));
  expect(meta.objects.get('111_900')).toMatchObject({ is_hidden: false });
  expect(await channel.hide('m_7771', true)).toMatchObject({ error: { kind: 'forbidden' } });
});
