import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft, Json } from '../../../../src/channels/contract.ts';
import type { ChannelEvent } from '../../../../src/channels/events.ts';
import { xChannel } from '../../../../src/channels/x/channel.ts';
import { type XPayload, xLimits } from '../../../../src/channels/x/compose.ts';
import type { XSendContext } from '../../../../src/channels/x/context.ts';
import { fixedClock } from '../../../../src/platform/clock.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { silentLog } from '../../../../src/platform/log.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { proves } from '../../../harness/proves.ts';
import { startXServer, type XServer } from './x-server.ts';

proves('x', 'specification', ['mentions', 'comments', 'search', 'reply', 'publish', 'retract']);

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
let clock: ReturnType<typeof fixedClock>;
let vendor: XServer;
let memory: Record<string, Json>;
let cursor: Json;
beforeEach(async () => {
  clock = fixedClock(new Date('2026-11-10T08:00:00Z'));
  vendor = await startXServer(clock);
  [memory, cursor] = [{}, null];
});
afterEach(() => vendor.close());
afterAll(() => http.close());

/** With the token of the app alone unless a test joins up wholly. */
const context = (change: Partial<XSendContext['settings']> = {}, token = vendor.bearer): XSendContext => {
  const keep = (wanted: Readonly<Record<string, Json>>) => Object.assign(memory, wanted);
  return {
    connectionId: 'prova',
    settings: {
      ...{
        clientId: 'app-della-cantina',
        username: 'cantina',
        budget: 5,
        currency: 'USD',
        publicSearch: true,
      },
      ...{ apiUrl: vendor.origin, ...change },
    },
    secrets: token === vendor.bearer ? { accessToken: token, bearerToken: token } : { accessToken: token },
    account: { nativeId: '77', handle: '@cantina' },
    http,
    clock,
    log: silentLog,
    keepSecrets: async () => {},
    pushState: { ...memory },
    keepPushState: async (wanted) => void keep(wanted),
    changePushState: async (wanted) => void keep(wanted({ ...memory })),
    loadMedia: async () => new Uint8Array(),
  };
};
const spent = (from = context()) => xChannel.spending?.(from.settings, memory, clock.now());
const poll = (terms: readonly string[] = [], from = context()) =>
  xChannel.receive.poll?.(from, cursor, {
    searches: terms,
    wants: (text) => terms.some((term) => text.toLowerCase().includes(term)),
  }) ?? expect.fail('it is polled');
const heard = async (terms: readonly string[] = [], from = context()): Promise<readonly ChannelEvent[]> => {
  const batch = expectOk(await poll(terms, from));
  cursor = batch.cursor;
  return batch.items.flatMap((raw) => xChannel.normalise(raw));
};
const textsOf = (events: readonly ChannelEvent[]) =>
  events.flatMap((event) => (event.kind === 'item' ? [event.item.text] : []));

/** Joined up as a person would, at the vendor's own page. */
const join = async (): Promise<string> => {
  await vendor.close();
  const back = 'https://noi.example/api/connections/oauth/callback';
  vendor = await startXServer(clock, [back]);
  const from = { ...context(), secrets: { clientSecret: 'segreto-della-app' } };
  const begun = expectOk(
    (await xChannel.authorise?.begin(from, back, 'stato')) ?? expect.fail('it sends away'),
  );
  const page = await fetch(begun.url, { redirect: 'manual' });
  const parameters = Object.fromEntries(new URL(page.headers.get('location') ?? '').searchParams);
  const granted = await xChannel.authorise?.complete(from, begun.keep, parameters);
  return expectOk(granted ?? expect.fail('it comes back')).accessToken;
};
const payloadOf = (text: string, answers?: string): XPayload => {
  const inReplyTo = { nativeId: answers ?? '', references: [], authorNativeId: '1', saidAt: '', context: {} };
  const draft: Draft = {
    text,
    media: [],
    options: {},
    signedBy: { name: 'Marta' },
    ...(answers ? { inReplyTo } : {}),
  };
  return expectOk(xChannel.compose?.(draft, xLimits) ?? expect.fail('it writes'));
};
const send = (payload: XPayload, from: XSendContext) =>
  xChannel.send?.(from, payload, 'chiave') ?? expect.fail('it sends');

describe('listening on X (simulated), and what it costs', () => {
  it('brings mentions once, and counts as X does', async () => {
    for (let at = 0; at < 40; at += 1) vendor.say('900001', `@cantina prima ${at}`);
    expect(await heard()).toHaveLength(10);
    for (let at = 0; at < 60; at += 1) vendor.say('900002', `@cantina dopo ${at}`);
    const texts: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) texts.push(...textsOf(await heard()));
    expect(texts.filter((text) => text.includes('dopo'))).toHaveLength(60);
    expect(textsOf(await heard())).toEqual([]);
    // Who we are was asked before there was a ledger: it is counted, and was not asked in this test.
    expect((spent()?.spent ?? 0) - 10_000).toBe(vendor.bill());
  });

  it('looks for the words of the watches, and says what that comes to in a month', async () => {
    vendor.say('900001', 'Che Barbera, quello del Boschetto');
    vendor.say('77', 'Il nostro Barbera');
    expect(textsOf(await heard(['barbera']))).toContain('Che Barbera, quello del Boschetto');
    expect(spent()).toMatchObject({ estimate: Math.round((1 / 7) * 30 * 15_000), budget: 5_000_000 });
  });

  it('does not look for what is said too often for the budget', async () => {
    vendor.change({ weekly: 100_000 });
    vendor.say('900001', 'Che bel vino');
    expect(textsOf(await heard(['vino']))).toEqual([]);
    expect(vendor.asked.filter((line) => line.includes('search'))).toEqual([]);
    expect(memory.expected).toMatchObject({ tooMuch: [{ term: 'vino' }] });
  });

  it('stops before the budget is overspent, says what going on takes, and goes on with the next month', async () => {
    for (let at = 0; at < 200; at += 1) vendor.say(at % 2 ? '900001' : '900002', `@cantina ${at}`);
    const poor = { budget: 0.2 };
    let stopped: unknown;
    for (let turn = 0; turn < 30 && !stopped; turn += 1) {
      for (let at = 0; at < 20; at += 1) vendor.say('900001', `@cantina giro ${turn} ${at}`);
      const polled = await poll([], context(poor));
      if (polled.ok) cursor = polled.value.cursor;
      else stopped = polled.error;
    }
    expect(stopped).toMatchObject({ kind: 'over-budget', detail: expect.stringContaining('of $0.20 spent') });
    expect(vendor.bill()).toBeLessThanOrEqual(200_000);
    const standing = spent(context(poor));
    expect(standing?.needed).toBeGreaterThan(200_000);
    expect(standing?.spent).toBeLessThanOrEqual(200_000);
    const before = vendor.asked.length;
    expect(await poll([], context(poor))).toMatchObject({ error: { kind: 'over-budget' } });
    expect(vendor.asked).toHaveLength(before);
    clock.advance(25 * 86_400_000);
    expect(await poll([], context(poor))).toMatchObject({ ok: true });
  });

  it('mirrors what is deleted there within a day', async () => {
    const gone = vendor.say('900001', '@cantina mi pento');
    vendor.say('900002', '@cantina io no');
    await heard();
    gone.isDeleted = true;
    expect(await heard()).toEqual([]);
    clock.advance(21 * 3_600_000);
    expect(await heard()).toMatchObject([{ kind: 'removed', nativeId: gone.id }]);
    clock.advance(21 * 3_600_000);
    expect(await heard()).toEqual([]);
  });

  it('waits as long as it is told, and tells an empty purse from a full one', async () => {
    vendor.change({ busyS: 90 });
    expect(await poll()).toMatchObject({ error: { kind: 'rate-limited', retryAfterMs: 90_000 } });
    vendor.change({ isBroke: true });
    expect(await poll()).toMatchObject({
      error: { kind: 'over-budget', detail: expect.stringContaining('credits') },
    });
    expect(spent()?.spent).toBe(10_000);
  });
});

describe('answering on X (simulated), and what it costs', () => {
  it('is one answer to that post, counted before it leaves, a link more than ten times as dear', async () => {
    const token = await join();
    const post = vendor.say('900001', '@cantina il tappo sapeva di muffa');
    const receipt = await send(payloadOf('Scusaci! Marta', post.id), context({}, token));
    expect(receipt).toMatchObject({
      state: 'published',
      url: expect.stringContaining('https://x.com/cantina/status/'),
    });
    expect(vendor.posts.at(-1)).toMatchObject({ text: 'Scusaci! Marta', in_reply_to: post.id });
    expect(spent()?.spent).toBe(10_000 + 15_000);
    await send(payloadOf('Tutto qui: cantina.example.it', post.id), context({}, token));
    expect(spent()?.spent).toBe(10_000 + 15_000 + 200_000);
    expect(await send(payloadOf('Scusaci! Marta', post.id), context({}, token))).toMatchObject({
      state: 'rejected',
      problem: { kind: 'forbidden', detail: expect.stringContaining('duplicate') },
    });
    expect(spent()?.spent).toBe(225_000);
  });

  it('does not leave when the budget would not bear it, and is not sent by itself later', async () => {
    const token = await join();
    const post = vendor.say('900001', '@cantina orari?');
    const poor = context({ budget: 0.1 }, token);
    expect(await send(payloadOf('Su cantina.it', post.id), poor)).toMatchObject({
      state: 'rejected',
      problem: { kind: 'over-budget' },
    });
    expect(vendor.bill()).toBe(0);
    expect(await send(payloadOf('Dalle 9 alle 18', post.id), context({ budget: 0.1 }, token))).toMatchObject({
      state: 'published',
    });
    expect(xChannel.priceOfAnswer?.(poor.settings, memory, clock.now())?.en).toContain('$0.015');
  });

  it('is found again after the answer was cut off, and paid for all the same', async () => {
    const token = await join();
    const post = vendor.say('900001', '@cantina ci siete?');
    vendor.change({ cutsAfterPosting: true });
    const since = clock.now();
    const payload = payloadOf('Ci siamo', post.id);
    expect(await send(payload, context({}, token))).toMatchObject({ state: 'unknown' });
    expect(spent()?.spent).toBe(25_000);
    const settle = (one: XPayload) => xChannel.settle?.(context({}, token), one, 'chiave', since);
    expect(await settle(payload)).toMatchObject({ state: 'published', nativeId: vendor.posts.at(-1)?.id });
    expect(await settle(payloadOf('Altro', post.id))).toMatchObject({ state: 'unclear' });
    clock.advance(60_000);
    expect(await settle(payloadOf('Altro', post.id))).toEqual({ state: 'absent' });
  });

  it('is taken back, which costs too', async () => {
    const token = await join();
    const receipt = await send(payloadOf('Prova'), context({}, token));
    const id = receipt.state === 'published' ? receipt.nativeId : '';
    expect(await xChannel.retract?.(context({}, token), id)).toEqual({ ok: true, value: undefined });
    expect(spent()?.spent).toBe(10_000 + 15_000 + 10_000);
    expect(vendor.posts.at(-1)?.isDeleted).toBe(true);
  });

  it('is not tried with a token that only reads', async () => {
    expect(await send(payloadOf('Prova'), context())).toMatchObject({ problem: { kind: 'forbidden' } });
    expect(vendor.asked).toEqual([]);
    const health = expectOk(await xChannel.check(context()));
    expect(health).toMatchObject({ account: { nativeId: '77', handle: '@cantina' } });
    expect(health.notices).toHaveLength(1);
    expect(await xChannel.check(context({ username: '' }))).toMatchObject({
      error: { kind: 'misconfigured', field: 'username' },
    });
  });
});
