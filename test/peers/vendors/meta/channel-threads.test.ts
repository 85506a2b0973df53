import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { threadsChannel } from '../../../../src/channels/threads/channel.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { proves } from '../../../harness/proves.ts';
import { itemNamed, itemsOf, openMeta } from './kit.ts';
import { type RunningMeta, startMeta } from './meta-server.ts';
import { signed } from './signing.ts';
import { threadsWorld } from './worlds.ts';

proves('threads', 'specification', ['comments', 'mentions', 'search', 'reply', 'retract', 'hide']);

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
let meta: RunningMeta;
let offset = 0;
const clock = { now: () => new Date(Date.now() + offset) };
const DAY = 86_400_000;
const open = () => openMeta(threadsChannel, { meta, http, clock });
const start = async () => {
  const channel = open();
  expectOk(await channel.authorise());
  expectOk(await channel.check());
  return channel;
};
beforeEach(async () => {
  offset = 0;
  meta = await startMeta(clock);
  threadsWorld(meta);
});
afterEach(() => meta.stop());
afterAll(() => http.close());

it('is joined for sixty days, and renews itself when half of them are over', async () => {
  const channel = open();
  expectOk(await channel.authorise());
  const health = expectOk(await channel.check());
  expect(health).toMatchObject({ account: { nativeId: '24680', handle: '@cantinarossi' }, notices: [] });
  expect(health.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 59 * DAY);
  const first = channel.secrets().accessToken;
  offset = 50 * DAY;
  expect(expectOk(await channel.check()).expiresAt?.getTime()).toBeGreaterThan(Date.now() + 100 * DAY);
  expect(channel.secrets().accessToken).not.toBe(first);
  offset = 200 * DAY;
  expect(await channel.check()).toMatchObject({ error: { kind: 'unauthorised' } });
});

it('reads replies, mentions and what the watches look for, once', async () => {
  const channel = await start();
  const heard = expectOk(await channel.poll(['vermentino']));
  expect(itemNamed(heard, '402')).toMatchObject({
    form: 'reply',
    addressed: true,
    parentNativeId: '401',
    rootNativeId: '401',
    author: { nativeId: '@anna.sole' },
  });
  expect(itemNamed(heard, '401')).toMatchObject({ ours: true, author: { nativeId: '24680' } });
  expect(itemNamed(heard, '403')).toMatchObject({
    form: 'post',
    addressed: true,
    url: 'https://www.threads.net/@ugo/post/403',
  });
  expect(itemNamed(heard, '404')).toMatchObject({ addressed: false, text: 'Cerco un vermentino buono' });
  expect(itemsOf(expectOk(await channel.poll(['vermentino'])))).toEqual([]);
});

it('answers in two steps, finds what it sent, and takes it back', async () => {
  const channel = await start();
  const reply = itemNamed(expectOk(await channel.poll()), '402');
  const payload = expectOk(await channel.compose(reply, 'In cantina e online.'));
  const receipt = await channel.send(payload);
  expect(receipt).toMatchObject({ state: 'published' });
  const echo = itemNamed(expectOk(await channel.poll()), (receipt as { nativeId: string }).nativeId);
  expect(echo).toMatchObject({ ours: true, parentNativeId: '402', rootNativeId: '401' });
  expect(await channel.settle(payload, clock.now())).toMatchObject({ state: 'published' });
  expectOk(await channel.retract(echo.nativeId));
  expect(await channel.settle({ ...payload, text: 'altro' }, new Date(Date.now() - 60_000))).toEqual({
    state: 'absent',
  });
});

it('sends nothing twice: a container that was lost was never said', async () => {
  const channel = await start();
  const reply = itemNamed(expectOk(await channel.poll()), '402');
  const payload = expectOk(await channel.compose(reply, 'Eccoci.'));
  meta.state.loseNext = true;
  expect(await channel.send(payload)).toMatchObject({ state: 'not-sent' });
  const gone = { ...payload, target: '999' };
  expect(await channel.send(gone)).toMatchObject({ state: 'rejected', problem: { kind: 'not-found' } });
  meta.state.throttled = { code: 613, minutes: 2 };
  expect(await channel.send(payload)).toMatchObject({
    state: 'not-sent',
    problem: { kind: 'rate-limited', retryAfterMs: 120_000 },
  });
});

it('hears replies, mentions and deletions at its door', async () => {
  const channel = await start();
  const value = {
    id: '501',
    username: 'lia',
    text: 'Anche a Lucca?',
    media_type: 'TEXT_POST',
    permalink: 'https://www.threads.net/@lia/post/501',
    replied_to: { id: '401' },
    root_post: { id: '401', owner_id: '24680', username: 'cantinarossi' },
    shortcode: 'Pp',
    timestamp: '2026-08-07T10:33:16+0000',
  };
  const { body, headers } = signed(meta, {
    app_id: meta.app.id,
    topic: 'moderate',
    target_id: '401',
    time: 1_723_226_877,
    subscription_id: '1',
    has_uid_field: false,
    values: { value, field: 'replies' },
  });
  expect(channel.accept('POST', '', { body, headers })).toEqual({ kind: 'keep' });
  expect(itemNamed(expectOk(await channel.take(body)), '501')).toMatchObject({
    form: 'reply',
    addressed: true,
    rootNativeId: '401',
  });
  const deleted = JSON.stringify({
    app_id: '1',
    time: 1,
    values: [{ field: 'delete', value: { id: '501', deleted_at: '2026-08-08T10:33:16+0000' } }],
  });
  expect(expectOk(await channel.take(deleted))).toEqual([
    { kind: 'removed', nativeId: '501', removedAt: '2026-08-08T10:33:16.000Z' },
  ]);
});

it('hides a comment and shows it again, and nothing that is none', async () => {
  const channel = await start();
  expectOk(await channel.hide('402', true));
  expect(meta.objects.get('402')).toMatchObject({ is_hidden: true });
  expectOk(await channel.hide('402', true));
  expectOk(await channel.hide('402', false));
  expect(meta.objects.get('402')).toMatchObject({ is_hidden: false });
  expect(await channel.hide('m_7771', true)).toMatchObject({ error: { kind: 'forbidden' } });
});
