import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Door, Draft, Json } from '../../../../src/channels/contract.ts';
import type { ChannelEvent } from '../../../../src/channels/events.ts';
import { telegramChannel } from '../../../../src/channels/telegram/channel.ts';
import type { TelegramSendContext } from '../../../../src/channels/telegram/client.ts';
import type { TelegramPayload } from '../../../../src/channels/telegram/compose.ts';
import { telegramLimits } from '../../../../src/channels/telegram/limits.ts';
import { fixedClock } from '../../../../src/platform/clock.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { silentLog } from '../../../../src/platform/log.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { proves } from '../../../harness/proves.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';

proves('telegram', 'specification', [
  ...(['mentions', 'comments', 'direct-messages', 'reply', 'publish', 'image', 'retract'] as const),
]);

const anna = { id: 42_000_000_001, type: 'private', first_name: 'Anna' };
const channel = { id: -1_001_900_000_001, type: 'channel', title: 'Cantina', username: 'cantinaboschetto' };
const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
const account: Account = { nativeId: 'user:123456', handle: '@cantina_prova_bot' };
const clock = fixedClock(new Date());

let vendor: TelegramServer;
let memory: Record<string, Json>;
let cursor: Json;
let cuts: readonly number[];

beforeEach(async () => {
  vendor = await startTelegramServer({
    chats: { [anna.id]: anna, '@cantinaboschetto': channel, [channel.id]: channel },
    now: () => clock.now().getTime(),
  });
  [memory, cursor, cuts] = [{}, null, []];
});
afterEach(() => vendor.close());
afterAll(() => http.close());

const context = (
  change: Partial<TelegramSendContext['settings']> = {},
  door?: Door,
): TelegramSendContext => ({
  connectionId: 'prova',
  settings: { publishTo: '@cantinaboschetto', keepAll: true, way: 'ask', apiUrl: vendor.origin, ...change },
  secrets: { token: vendor.token },
  account,
  http,
  clock,
  log: silentLog,
  keepSecrets: async () => {},
  pushState: memory,
  keepPushState: async (wanted) => {
    for (const [name, value] of Object.entries(wanted)) {
      if (value === null) delete memory[name];
      else memory[name] = value;
    }
  },
  ...(door ? { door } : {}),
  loadMedia: async (id) => new TextEncoder().encode(`immagine ${id}`),
});
const nobody = { searches: [], wants: () => false };
const poll = async (from = context()): Promise<readonly ChannelEvent[]> => {
  const polled = expectOk(
    (await telegramChannel.receive.poll?.(from, cursor, nobody)) ?? expect.fail('it is polled'),
  );
  cursor = polled.cursor;
  cuts = [...cuts, polled.items.length];
  return polled.items.flatMap((raw) => telegramChannel.normalise(raw));
};
const textsOf = (events: readonly ChannelEvent[]) =>
  events.flatMap((event) => (event.kind === 'item' ? [event.item.text] : []));
const says = (message_id: number, text: string) => ({
  message: { message_id, date: 1_795_368_000, chat: anna, from: { id: anna.id, first_name: 'Anna' }, text },
});
const payloadOf = (change: Partial<Draft>): TelegramPayload =>
  expectOk(
    telegramChannel.compose?.(
      { text: 'Ciao', media: [], options: {}, signedBy: { name: 'Marta' }, ...change },
      telegramLimits,
    ) ?? expect.fail('it writes'),
  );
const send = (payload: TelegramPayload, from = context()) =>
  telegramChannel.send?.(from, payload, 'chiave') ?? expect.fail('it sends');

describe('a bot that asks (simulated Telegram)', () => {
  it('has everything once, and what was not kept comes again', async () => {
    for (const [id, text] of ['uno', 'due', 'tre'].entries()) await vendor.happen(says(id + 1, text));
    const before = cursor;
    expect(textsOf(await poll())).toEqual(['uno', 'due', 'tre']);
    cursor = before;
    expect(textsOf(await poll())).toEqual(['uno', 'due', 'tre']);
    await vendor.happen(says(4, 'quattro'));
    expect(textsOf(await poll())).toEqual(['quattro']);
    expect(textsOf(await poll())).toEqual([]);
  });

  it('takes the place of whoever received before, and says so when it is joined up', async () => {
    vendor.webhook.url = 'https://altro.example/bot';
    expect(expectOk(await telegramChannel.check(context())).notices).toHaveLength(2);
    await vendor.happen({});
    expect(textsOf(await poll())).toEqual([]);
    expect(vendor.webhook.url).toBe('');
    vendor.webhook.url = '';
    await vendor.happen(says(5, 'eccomi'));
    expect(textsOf(await poll())).toEqual(['eccomi']);
  });

  it('says which of its values is wrong, and when it is told to wait', async () => {
    const wrong = { ...context(), secrets: { token: `${vendor.token}x` } };
    expect(await telegramChannel.check(wrong)).toMatchObject({ error: { kind: 'unauthorised' } });
    expect(await telegramChannel.check(context({ publishTo: '@nessuno' }))).toMatchObject({
      error: { kind: 'misconfigured', field: 'publishTo' },
    });
    vendor.change({ busyS: 7 });
    expect(await telegramChannel.receive.poll?.(context(), null, nobody)).toMatchObject({
      error: { kind: 'rate-limited', retryAfterMs: 7_000 },
    });
  });
});

describe('a bot to which Telegram brings (simulated)', () => {
  const door: Door = { url: 'http://127.0.0.1:9/in/chiave', token: 'a'.repeat(43), earlierTokens: [] };

  it('asks for what Telegram could not bring, and then lets it bring again', async () => {
    const brought = () => context({ way: 'auto' }, door);
    expect(await poll(brought())).toEqual([]);
    expect(vendor.webhook).toEqual({ url: door.url, secret: door.token });
    vendor.change({ cannotReach: true });
    await vendor.happen(says(1, 'persa?'));
    clock.advance(6 * 60_000);
    expect(await poll(brought())).toEqual([]);
    clock.advance(3 * 60_000);
    expect(await poll(brought())).toEqual([]);
    clock.advance(3 * 60_000);
    expect(textsOf(await poll(brought()))).toEqual(['persa?']);
    expect(vendor.webhook.url).toBe('');
    clock.advance(16 * 60_000);
    await poll(brought());
    expect(vendor.webhook.url).toBe(door.url);
  });

  it('is not looked after at every poll, and is set again when its door has changed', async () => {
    await poll(context({ way: 'auto' }, door));
    await poll(context({ way: 'auto' }, door));
    expect(vendor.asked).toEqual(['getWebhookInfo', 'setWebhook']);
    await poll(context({ way: 'auto' }, { ...door, token: 'b'.repeat(43), earlierTokens: [door.token] }));
    expect(vendor.webhook.secret).toBe('b'.repeat(43));
  });

  it('cannot have it brought by http at Telegram’s own', async () => {
    const strict = await startTelegramServer({ chats: {}, isLocal: false });
    const refused = await telegramChannel.receive.poll?.(
      { ...context({ way: 'auto', apiUrl: strict.origin }, door) },
      null,
      nobody,
    );
    expect(refused).toMatchObject({ error: { kind: 'bad-response', detail: /HTTPS/ } });
    await strict.close();
  });

  it('accepts the tokens of the door, those before it for a while, and no others', () => {
    const judge = (token: string | undefined, method = 'POST', path = '') =>
      telegramChannel.receive.push?.accept(
        context({ way: 'auto' }, { ...door, earlierTokens: ['c'.repeat(43)] }),
        {
          ...{ method, path, query: {}, rawBody: new Uint8Array() },
          headers: token === undefined ? {} : { 'x-telegram-bot-api-secret-token': token },
        },
      );
    expect(judge(door.token)).toEqual({ kind: 'keep' });
    expect(judge('c'.repeat(43))).toEqual({ kind: 'keep' });
    for (const token of [undefined, '', 'b'.repeat(43)])
      expect(judge(token)).toEqual({ kind: 'answer', answer: { status: 401 } });
    expect(judge(door.token, 'GET')).toMatchObject({ answer: { status: 405 } });
    expect(judge(door.token, 'POST', 'altro')).toMatchObject({ answer: { status: 404 } });
  });
});

describe('what a bot says (simulated Telegram)', () => {
  const picture = (id: string) => ({ id, mimeType: 'image/png', byteLength: 10, alt: '' });

  it('goes out as a post with its pictures, and comes back as ours', async () => {
    expect(await send(payloadOf({}))).toEqual({
      state: 'published',
      nativeId: `${channel.id}/9000`,
      url: 'https://t.me/cantinaboschetto/9000',
    });
    await send(payloadOf({ text: 'Una', media: [picture('a')] }));
    await send(payloadOf({ text: 'Due', media: [picture('a'), picture('b')] }));
    expect(vendor.asked).toEqual(['sendMessage', 'sendPhoto', 'sendMediaGroup']);
    expect(vendor.sent.map(({ caption, text }) => caption ?? text)).toEqual(['Ciao', 'Una', 'Due']);
    const events = await poll();
    expect(textsOf(events)).toEqual(['Ciao', 'Una', 'Due']);
    expect(events.every((event) => event.kind === 'item' && event.item.ours)).toBe(true);
    expect(await poll()).toEqual([]);
    expect(memory).toEqual({});
  });

  it('is refused where it could not be heard', async () => {
    const answering = (chatId: string, chatType: string) =>
      payloadOf({
        inReplyTo: {
          nativeId: `${chatId}/77`,
          references: [],
          authorNativeId: 'user:1',
          saidAt: '',
          context: { chatId, messageId: '77', chatType },
        },
      });
    expect(await send(answering(String(channel.id), 'supergroup'))).toMatchObject({
      state: 'rejected',
      problem: { kind: 'gone' },
    });
    expect(await send(answering(String(anna.id), 'private'))).toMatchObject({ state: 'published' });
    expect(await send(answering('99', 'private'))).toMatchObject({ problem: { kind: 'gone' } });
    expect(await send(payloadOf({}), context({ publishTo: '' }))).toMatchObject({
      state: 'rejected',
      problem: { kind: 'misconfigured', field: 'publishTo' },
    });
  });

  it('is not known to have been heard when the answer never came, and is not said again by itself', async () => {
    vendor.change({ cutsAfterSending: true });
    expect(await send(payloadOf({}))).toMatchObject({ state: 'unknown' });
    expect(vendor.sent).toHaveLength(1);
    expect(telegramChannel.settle).toBeUndefined();
  });

  it('is taken back within two days, and not after', async () => {
    await send(payloadOf({}));
    await send(payloadOf({}));
    const [first, second] = vendor.sent;
    if (first) first.date -= 49 * 3_600;
    const retract = (id: unknown) => telegramChannel.retract?.(context(), `${channel.id}/${id}`);
    expect(await retract(first?.message_id)).toMatchObject({ error: { kind: 'forbidden' } });
    expect(await retract(second?.message_id)).toEqual({ ok: true, value: undefined });
    expect(await retract(second?.message_id)).toEqual({ ok: true, value: undefined });
  });
});
