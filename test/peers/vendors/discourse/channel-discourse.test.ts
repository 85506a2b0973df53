import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft, Json } from '../../../../src/channels/contract.ts';
import { discourseChannel } from '../../../../src/channels/discourse/channel.ts';
import type { DiscourseSendContext } from '../../../../src/channels/discourse/client.ts';
import type { DiscoursePayload } from '../../../../src/channels/discourse/compose.ts';
import { discourseLimits } from '../../../../src/channels/discourse/limits.ts';
import type { ChannelEvent } from '../../../../src/channels/events.ts';
import { fixedClock } from '../../../../src/platform/clock.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { silentLog } from '../../../../src/platform/log.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { proves } from '../../../harness/proves.ts';
import { type DiscourseServer, startDiscourseServer } from './discourse-server.ts';

proves('discourse', 'specification', [
  ...(['mentions', 'comments', 'direct-messages', 'search', 'reply', 'publish'] as const),
  ...(['image', 'alt-text', 'retract'] as const),
]);

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
const clock = fixedClock(new Date());
let forum: DiscourseServer;
let cursor: Json;
beforeEach(async () => {
  forum = await startDiscourseServer();
  cursor = null;
});
afterEach(() => forum.close());
afterAll(() => http.close());

const context = (change: Partial<DiscourseSendContext['settings']> = {}): DiscourseSendContext => ({
  connectionId: 'prova',
  settings: { site: forum.origin, username: 'cantina', keepAll: true, privateMessages: true, ...change },
  secrets: { apiKey: forum.apiKey },
  account: null,
  http,
  clock,
  log: silentLog,
  keepSecrets: async () => {},
  loadMedia: async () => new Uint8Array([1, 2, 3]),
});
const poll = async (terms: readonly string[] = [], from = context()): Promise<readonly ChannelEvent[]> => {
  const targets = {
    searches: terms,
    wants: (text: string) => terms.some((term) => text.toLowerCase().includes(term)),
  };
  const polled = discourseChannel.receive.poll?.(from, cursor, targets) ?? expect.fail('it is polled');
  const batch = expectOk(await polled);
  cursor = batch.cursor;
  return batch.items.flatMap((raw) => discourseChannel.normalise(raw));
};
const textsOf = (events: readonly ChannelEvent[]) =>
  events.flatMap((event) => (event.kind === 'item' ? [event.item.text] : []));
const payloadOf = (change: Partial<Draft>): DiscoursePayload =>
  expectOk(
    discourseChannel.compose?.(
      { text: 'Grazie, lo cambiamo.', media: [], options: {}, signedBy: { name: 'Marta' }, ...change },
      discourseLimits,
    ) ?? expect.fail('it writes'),
  );
const answering = (post: { readonly topic_id: number; readonly post_number: number }, text?: string) =>
  payloadOf({
    ...(text ? { text } : {}),
    inReplyTo: {
      nativeId: `${forum.origin}/t/${post.topic_id}/${post.post_number}`,
      ...{ references: [], authorNativeId: 'x', saidAt: '', context: {} },
    },
  });
const send = (payload: DiscoursePayload, key = 'chiave-1') =>
  discourseChannel.send?.(context(), payload, key) ?? expect.fail('it sends');
const settle = (payload: DiscoursePayload, since: Date, key = 'chiave-1') =>
  discourseChannel.settle?.(context(), payload, key, since) ?? expect.fail('it settles');

describe('a forum that is asked (simulated Discourse)', () => {
  it('gives the newest page at first, then all that is new, however much it is', async () => {
    for (let at = 0; at < 60; at += 1) forum.say('anna', `vecchio ${at}`);
    expect(await poll()).toHaveLength(50);
    for (let at = 0; at < 130; at += 1) forum.say('anna', `nuovo ${at}`);
    const texts = textsOf(await poll());
    expect(texts.filter((text) => text.startsWith('nuovo'))).toHaveLength(130);
    expect(textsOf(await poll())).toEqual([]);
  });

  it('tells of edits, of what is taken away, and of what is moved elsewhere', async () => {
    const [kept, gone, moved] = ['uno', 'due', 'tre'].map((text) => forum.say('anna', text));
    await poll();
    Object.assign(kept ?? {}, { raw: 'uno, corretto', version: 2 });
    expect(textsOf(await poll())).toEqual(['uno, corretto']);
    if (gone) gone.isDeleted = true;
    Object.assign(moved ?? {}, { topic_id: 500, post_number: 9 });
    const seen: ChannelEvent[] = [];
    for (let turn = 0; turn < 12; turn += 1) seen.push(...(await poll()));
    const removed = seen.flatMap((event) => (event.kind === 'removed' ? [event.nativeId] : []));
    expect(new Set(removed)).toEqual(
      new Set([`${forum.origin}/t/${gone?.topic_id}/1`, `${forum.origin}/t/73/1`]),
    );
    expect(textsOf(seen)).toEqual(['tre']);
  });

  it('brings private messages, signs, and words to us that the list does not show', async () => {
    const ours = forum.say('cantina', 'Eccoci qua');
    forum.say('lia', 'Quando riaprite?', { isPrivate: true });
    const hidden = forum.say('ugo', 'In una categoria chiusa', { isPrivate: true });
    const events = await poll([], context({ privateMessages: false }));
    expect(textsOf(events)).toEqual(['Eccoci qua']);
    forum.notify(5, ours, 'anna');
    forum.notify(1, hidden, 'ugo');
    expect(await poll([], context({ privateMessages: false }))).toMatchObject([
      { kind: 'reaction', reaction: 'like', author: { handle: '@anna' } },
      { kind: 'item', item: { text: 'In una categoria chiusa', addressed: true } },
    ]);
    expect(await poll()).toMatchObject([{ item: { text: 'Quando riaprite?', form: 'message' } }]);
  });

  it('finds what was said before we came', async () => {
    forum.say('anna', 'Il Barbera del Boschetto è buono');
    for (let at = 0; at < 60; at += 1) forum.say('ugo', `altro ${at}`);
    expect(textsOf(await poll(['barbera']))).toContain('Il Barbera del Boschetto è buono');
    await poll(['barbera']);
    expect(forum.asked.filter((line) => line.includes('/search'))).toHaveLength(1);
  });

  it('asks to wait, in the header or only in the body', async () => {
    for (const inBody of [false, true]) {
      forum.change({ busy: { seconds: 7, inBody } });
      expect(await discourseChannel.check(context())).toMatchObject({
        error: { kind: 'rate-limited', retryAfterMs: 7_000 },
      });
    }
  });

  it('says which value is wrong', async () => {
    expect(expectOk(await discourseChannel.check(context())).account).toMatchObject({ handle: '@Cantina' });
    const wrongKey = { ...context(), secrets: { apiKey: 'un-altra-chiave' } };
    expect(await discourseChannel.check(wrongKey)).toMatchObject({ error: { kind: 'unauthorised' } });
    expect(await discourseChannel.check(context({ username: 'altra' }))).toMatchObject({ ok: false });
  });
});

describe('what we say on a forum (simulated Discourse)', () => {
  it('is an answer to that post, once however often it is asked for, and found again', async () => {
    const post = forum.say('anna', 'Il tappo sapeva di muffa');
    const second = forum.say('rita', 'Anche il mio', { topic_id: post.topic_id });
    const since = new Date();
    const first = await send(answering(second));
    expect(first).toEqual({
      state: 'published',
      nativeId: `${forum.origin}/t/${post.topic_id}/3`,
      url: `${forum.origin}/t/${post.topic_id}/3`,
    });
    expect(await send(answering(second))).toEqual(first);
    expect(forum.posts.at(-1)).toMatchObject({ reply_to_post_number: 2, username: 'cantina' });
    expect(forum.posts).toHaveLength(3);
    expect(await settle(answering(second), since)).toEqual(first);
    expect(await settle(answering(post), since)).toMatchObject({ state: 'unclear' });
    clock.advance(40_000);
    expect(await settle(answering(post), since)).toEqual({ state: 'absent' });
  });

  it('is found after the answer was cut off, a topic by the key that it carries', async () => {
    const post = forum.say('anna', 'Quando riaprite?');
    forum.change({ cutsAfterPosting: true });
    const since = new Date();
    expect(await send(answering(post, 'Sabato mattina'))).toMatchObject({ state: 'unknown' });
    expect(await settle(answering(post, 'Sabato mattina'), since)).toMatchObject({ state: 'published' });
    const topic = payloadOf({ text: 'Cantina aperta', options: { subject: 'Domenica' } });
    expect(await send(topic, 'chiave-9')).toMatchObject({ state: 'unknown' });
    expect(await settle(topic, since, 'chiave-9')).toMatchObject({
      state: 'published',
      nativeId: `${forum.origin}/t/${forum.posts.at(-1)?.topic_id}/1`,
    });
    expect(await settle(topic, since, 'chiave-10')).toEqual({ state: 'absent' });
  });

  it('carries its pictures with their descriptions', async () => {
    const media = [{ id: 'a', mimeType: 'image/png', byteLength: 3, alt: 'Due [tappi]' }];
    const payload = payloadOf({ media, options: { subject: 'I tappi' } });
    expect(await send(payload)).toMatchObject({ state: 'published' });
    expect(forum.posts.at(-1)?.raw).toBe(
      'Grazie, lo cambiamo.\n\n![Due  tappi](upload://qUm0DGR49PAZshIi7HxMd3cAlzn.png)',
    );
  });

  it('is refused in the forum’s own words, and held where it holds', async () => {
    const post = forum.say('anna', 'Ciao a tutti');
    expect(await send(answering(post, 'Sì'))).toMatchObject({
      state: 'rejected',
      problem: { kind: 'misconfigured', field: 'text', detail: expect.stringContaining('too short') },
    });
    post.isDeleted = true;
    expect(await send(answering(post))).toMatchObject({ problem: { kind: 'not-found' } });
    post.isDeleted = false;
    forum.change({ holds: true });
    expect(await send(answering(post))).toMatchObject({ state: 'accepted' });
    forum.change({ busy: { seconds: 3, inBody: true } });
    expect(await send(answering(post))).toMatchObject({
      state: 'not-sent',
      problem: { kind: 'rate-limited', retryAfterMs: 3_000 },
    });
  });

  it('is taken back when it is ours', async () => {
    const post = forum.say('anna', 'Ciao a tutti');
    await send(answering(post));
    const retract = (number: number) =>
      discourseChannel.retract?.(context(), `${forum.origin}/t/${post.topic_id}/${number}`);
    expect(await retract(1)).toMatchObject({ error: { kind: 'forbidden' } });
    expect(await retract(2)).toEqual({ ok: true, value: undefined });
    expect(await retract(2)).toEqual({ ok: true, value: undefined });
    expect(forum.posts.filter((one) => one.isDeleted)).toHaveLength(1);
  });
});
