import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../../src/channels/events.ts';
import { fediverseChannel } from '../../../src/channels/fediverse/channel.ts';
import type { FediverseContext } from '../../../src/channels/fediverse/client.ts';
import { createGuardedFetch } from '../../../src/platform/fetch/index.ts';
import { expectOk } from '../../../src/platform/result.ts';
import { proves } from '../../harness/proves.ts';
import { waitUntil } from '../kit/wait-until.ts';
import { answerTo, eventsOf, itemOf, open, send, settle, startPolling } from './channel-kit.ts';
import { type DocumentedInstance, startDocumentedInstance } from './documented-instance.ts';

proves('fediverse', 'specification', ['stream', 'direct-messages', 'retract']);

describe('the Fediverse channel at an instance as Mastodon’s documentation has it (simulated)', () => {
  const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
  let instance: DocumentedInstance;
  let context: FediverseContext;
  beforeEach(async () => {
    instance = await startDocumentedInstance();
    context = open({ origin: instance.url, token: instance.token, http });
  });
  afterEach(() => instance.stop());
  beforeAll(() => undefined);
  afterAll(() => http.close());

  const listen = (terms: string[] = [], given: Partial<{ fails: boolean }> = {}) => {
    const stop = new AbortController();
    const events: ChannelEvent[] = [];
    let flows = false;
    const targets = {
      searches: terms,
      wants: (text: string) => terms.some((term) => text.includes(term)),
    };
    const ended = fediverseChannel.receive.stream?.(
      context,
      null,
      targets,
      async ({ items }) => {
        if (given.fails) throw new Error('the database is away');
        events.push(...eventsOf(items));
      },
      () => {
        flows = true;
      },
      stop.signal,
    );
    const ready = () =>
      waitUntil(() => flows && instance.subscriptions.has('user'), { what: 'the stream to flow' });
    const heard = (has: (event: ChannelEvent) => boolean) =>
      waitUntil(() => events.find(has), { what: 'an event of the stream' });
    return { events, ready, heard, stop: () => stop.abort(), ended: ended ?? Promise.reject() };
  };
  const ofUri = (uri: unknown) => (event: ChannelEvent) =>
    event.kind === 'item' && event.item.nativeId === uri;

  it('is heard live: a mention in its thread, its edit, its deletion', async () => {
    const first = instance.status('10', 'cantina', { content: '<p>Vendemmia finita</p>' });
    const reply = instance.status('11', 'anna', {
      in_reply_to_id: '10',
      in_reply_to_account_id: '1',
      visibility: 'direct',
    });
    instance.statuses.set('10', first).set('11', reply);
    const { events, ready, heard, stop, ended } = listen();
    await ready();
    instance.emit(['user'], 'notification', {
      id: '1',
      type: 'mention',
      account: reply.account,
      status: reply,
    });
    await heard(ofUri(reply.uri));
    expect(itemOf(events, String(reply.uri))).toMatchObject({
      addressed: true,
      form: 'message',
      visibility: 'direct',
      parentNativeId: first.uri,
      rootNativeId: first.uri,
    });
    const edited = { ...reply, content: '<p>Ciao a tutti</p>', edited_at: new Date().toISOString() };
    instance.emit(['user'], 'status.update', edited);
    await heard((event) => event.kind === 'item' && event.item.text === 'Ciao a tutti');
    instance.emit(['user'], 'delete', '11');
    expect(await heard(({ kind }) => kind === 'removed')).toMatchObject({ nativeId: reply.uri });
    stop();
    expect(await ended).toEqual({ ok: true, value: undefined });
  });

  it('passes on the deletion of what came shortly before the stream', async () => {
    const said = instance.status('12', 'anna');
    instance.notifications.push({ id: '5', type: 'mention', account: said.account, status: said });
    const { ready, heard, stop, ended } = listen();
    await ready();
    instance.emit(['user'], 'delete', '12');
    expect(await heard(({ kind }) => kind === 'removed')).toMatchObject({ nativeId: said.uri });
    stop();
    await ended;
  });

  it('listens to the hashtags of the watches as they come and go, and drops what nobody wants', async () => {
    const terms = ['#vino'];
    const { events, ready, heard, stop, ended } = listen(terms);
    await ready();
    expect([...instance.subscriptions]).toEqual(['user', 'hashtag:vino']);
    instance.emit(['user'], 'update', instance.status('20', 'anna', { content: '<p>che bel tempo</p>' }));
    instance.emit(
      ['hashtag', 'vino'],
      'update',
      instance.status('21', 'anna', { content: '<p>bevo #vino</p>' }),
    );
    instance.emit(['user'], 'update', instance.status('22', 'cantina', { content: '<p>da noi</p>' }));
    await heard((event) => event.kind === 'item' && event.item.ours);
    expect(events.map((event) => event.kind === 'item' && event.item.text)).toEqual(['bevo #vino', 'da noi']);
    terms[0] = '#olio';
    await waitUntil(
      () => instance.subscriptions.has('hashtag:olio') && !instance.subscriptions.has('hashtag:vino'),
      {
        what: 'the other hashtag',
      },
    );
    stop();
    await ended;
  });

  it('is not upset by what makes no sense', async () => {
    const { events, ready, heard, stop, ended } = listen();
    await ready();
    for (const payload of ['non è JSON', '{}', '[]', 'null', '{"type":"mention"}']) {
      for (const event of ['update', 'notification', 'status.update', 'delete', 'novità']) {
        instance.emit(['user'], event, payload);
      }
    }
    const ours = instance.status('30', 'cantina', { content: '<p>eccoci</p>' });
    instance.emit(['user'], 'update', ours);
    await heard(ofUri(ours.uri));
    expect(events.filter((event) => event.kind === 'item').length).toBe(1);
    stop();
    await ended;
  });

  it('ends with a problem when cut, and with the fault when a batch cannot be kept', async () => {
    const cut = listen();
    await cut.ready();
    instance.cutStreams();
    expect(await cut.ended).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    const failing = listen([], { fails: true });
    await failing.ready();
    instance.emit(['user'], 'update', instance.status('40', 'cantina'));
    await expect(failing.ended).rejects.toThrow('the database is away');
  });

  it('is checked with its clock, its limits and what its token may do', async () => {
    const health = expectOk(await fediverseChannel.check(context));
    expect(health.account).toMatchObject({
      nativeId: `${instance.url}/users/cantina`,
      url: `${instance.url}/@cantina`,
    });
    expect(Math.abs(health.clockSkewMs ?? Number.NaN)).toBeLessThan(5_000);
    expect(health.notices.map(({ it }) => it)).toEqual([expect.stringContaining('ma non per rispondere')]);
    expect(expectOk(await fediverseChannel.limits(context))).toMatchObject({
      text: { max: 500 },
      media: { maxBytes: 1000, mimeTypes: ['image/png'], altMax: 1500 },
    });
  });

  it('posts once however often it is asked, settles, and takes back', async () => {
    const said = instance.status('50', 'anna', { visibility: 'unlisted' });
    instance.statuses.set('50', said);
    instance.notifications.push({ id: '9', type: 'mention', account: said.account, status: said });
    const item = itemOf(await startPolling(context).events(), String(said.uri));
    if (!item) throw new Error('the mention did not come');
    const payload = await answerTo(context, item, 'Grazie!');
    const since = new Date();
    const first = await send(context, payload, 'stessa-chiave');
    expect(await send(context, payload, 'stessa-chiave')).toEqual(first);
    expect(await settle(context, payload, since)).toEqual(first);
    expect(instance.statuses.size).toBe(2);
    const nativeId = first.state === 'published' ? first.nativeId : '';
    expect(await fediverseChannel.retract?.(context, String(said.uri))).toMatchObject({
      ok: false,
      error: { kind: 'forbidden' },
    });
    expect(await fediverseChannel.retract?.(context, nativeId)).toEqual({ ok: true, value: undefined });
    expect([...instance.statuses.keys()]).toEqual(['50']);
    expect(await fediverseChannel.retract?.(context, nativeId)).toEqual({ ok: true, value: undefined });
  });

  it('is asked for less when it has little patience left', async () => {
    instance.setRemaining(10);
    const { poll } = startPolling(context, ['vino', '#vino']);
    for (let turn = 0; turn < 5; turn += 1) expectOk(await poll());
    expect(instance.asked.filter((line) => /search|timelines|statuses\/\d/.test(line))).toEqual([]);
    instance.setRemaining(300);
    expectOk(await poll());
    expect(instance.asked.some((line) => line.includes('search'))).toBe(true);
  });
});
