import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { type ConnectionSeen, type Journey, journeyOf } from '../harness/vendor-journey.ts';
import { startTelegramServer, type TelegramServer } from '../peers/vendors/telegram/telegram-server.ts';

const anna = { id: 42_000_000_001, type: 'private', first_name: 'Anna', last_name: 'Conti' };
const group = { id: -4_100_000_001, type: 'group', title: 'Degustatori' };
const superGroup = { id: -1_001_970_000_001, type: 'supergroup', title: 'Degustatori' };

let vendor: TelegramServer;
let house: TestHouse;
let journey: Journey;
let connection: ConnectionSeen;

beforeAll(async () => {
  vendor = await startTelegramServer({
    chats: { [anna.id]: anna, [group.id]: group, [superGroup.id]: superGroup },
  });
  house = await startTestHouse();
  journey = journeyOf(await house.company('Cantina dei telegrammi'));
  connection = await journey.join('telegram', { token: vendor.token, apiUrl: vendor.origin });
  await vi.waitFor(() => expect(vendor.webhook.url).toContain('/in/'), { timeout: 15_000, interval: 50 });
});
afterAll(async () => {
  await house?.stop();
  await vendor?.close();
});

let lastId = 10;
const says = (text: string, chat: object = anna) => {
  lastId += 1;
  const from = { id: anna.id, is_bot: false, first_name: 'Anna' };
  return { message_id: lastId, date: Math.floor(Date.now() / 1_000), chat, from, text };
};

it('a bot is joined up with its token alone, and says what it cannot hear', async () => {
  expect(connection).toMatchObject({ account: { nativeId: 'user:123456', handle: '@cantina_prova_bot' } });
  expect(connection.notices.map(({ it }) => it)).toEqual([expect.stringContaining('/setprivacy')]);
  expect(vendor.webhook.secret).toMatch(/^[\w-]{43}$/);
});

it('what is written to it is a mention at once, and once, however often it is brought', async () => {
  const message = says('Avete ancora il Barbera?');
  await vendor.happen({ message });
  expect(vendor.lastAnswer()).toBe(200);
  await journey.seen('Avete ancora il Barbera?');
  await vendor.happen({ message });
  await vendor.happen({
    edited_message: { ...message, text: 'Avete il Barbera 2021?', edit_date: message.date + 5 },
  });
  await journey.seen('Avete il Barbera 2021?');
  expect(await journey.mentions()).toHaveLength(1);
});

it('what does not carry the secret is not let in', async () => {
  const forged = { method: 'POST', body: JSON.stringify({ update_id: 1, message: says('falso') }) };
  expect((await fetch(vendor.webhook.url, forged)).status).toBe(401);
  const wrong = { 'x-telegram-bot-api-secret-token': `${vendor.webhook.secret}x` };
  expect((await fetch(vendor.webhook.url, { ...forged, headers: wrong })).status).toBe(401);
});

it('an answer leaves as an answer, after waiting as long as Telegram asks, and stands in the conversation', async () => {
  const question = await journey.seen('Avete il Barbera 2021?');
  vendor.change({ busyS: 1 });
  expect(await journey.answer(question.id, 'Sì, due casse. Marta')).toMatchObject({ state: 'sent' });
  expect(vendor.sent.at(-1)).toMatchObject({
    text: 'Sì, due casse. Marta',
    reply_to_message: { message_id: 11 },
  });
  await journey.lookNow(connection.id);
  expect(await journey.seen('Sì, due casse. Marta')).toMatchObject({ ours: true });
});

it('who blocked the bot is said to have done so, and the channel goes on', async () => {
  await vendor.happen({ message: says('Ciao') });
  const mention = await journey.seen('Ciao');
  vendor.change({ blockedBy: new Set([anna.id]) });
  expect(await journey.answer(mention.id, 'Eccoci')).toMatchObject({
    state: 'failed',
    problem: { kind: 'forbidden' },
  });
  vendor.change({ blockedBy: new Set() });
  expect(await journey.connection(connection.id)).toMatchObject({ state: 'active' });
});

it('a group that became a supergroup is answered where it is now', async () => {
  const entities = [{ type: 'mention', offset: 0, length: 18 }];
  const text = '@cantina_prova_bot venite domenica?';
  await vendor.happen({ message: { ...says(text, group), entities } });
  const mention = await journey.seen(text);
  vendor.change({ moved: { [group.id]: superGroup.id } });
  expect(await journey.answer(mention.id, 'Noi!')).toMatchObject({ state: 'sent' });
  expect(vendor.sent.at(-1)).toMatchObject({ text: 'Noi!', chat: { id: superGroup.id } });
});

it('removed, it is told to bring nothing more', async () => {
  await journey.remove(connection.id);
  expect(vendor.webhook.url).toBe('');
});
