import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import type { Draft } from '../contract.ts';
import type { ChannelEvent, Item } from '../events.ts';
import { telegramChannel } from './channel.ts';
import { telegramLimits } from './limits.ts';

const document = (name: string) =>
  new Uint8Array(fs.readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const context = { botId: '123456', botName: 'cantina_prova_bot', ownChats: '-1001900000001' };
const draft: Draft = { text: 'Domani siamo al mercato', media: [], options: {}, signedBy: { name: 'Marta' } };

describeChannelContract(telegramChannel, {
  documents: ['updates.json', 'delivery.json'].map(document),
  context,
  settings: { publishTo: '@cantinaboschetto', keepAll: true },
  secrets: { token: '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11' },
  writing: { limits: telegramLimits, draft },
});

const events = (): readonly ChannelEvent[] =>
  telegramChannel.readRaw(document('updates.json'), context).flatMap((raw) => telegramChannel.normalise(raw));
const items = (): readonly Item[] => events().flatMap((event) => (event.kind === 'item' ? [event.item] : []));

describe('what Telegram brings', () => {
  it('is a message to us in private, whole, and an edit of it another revision', () => {
    const [first, edited] = items();
    expect(first).toEqual({
      nativeId: '42000000001/11',
      revision: expect.any(String),
      form: 'message',
      visibility: 'direct',
      author: {
        nativeId: 'user:42000000001',
        name: 'Anna Conti',
        handle: '@anna_conti',
        url: 'https://t.me/anna_conti',
      },
      ours: false,
      addressed: true,
      text: 'Buongiorno, avete ancora il Barbera? Ho visto cantina.example/barbera',
      saidAt: '2026-11-22T17:20:00.000Z',
      references: ['chat:42000000001'],
      links: [{ url: 'https://cantina.example/barbera' }],
      media: [],
      replyContext: { chatId: '42000000001', messageId: '11', chatType: 'private' },
    });
    expect(edited).toMatchObject({ nativeId: first?.nativeId, editedAt: '2026-11-22T17:21:00.000Z' });
    expect(edited?.revision).not.toBe(first?.revision);
  });

  it('is a word in a group: to us when it names us, with what it answers and what it quotes', () => {
    expect(items()[2]).toMatchObject({
      ...{ form: 'post', visibility: 'public', addressed: true, ours: false },
      url: 'https://t.me/amicidellacantina/501',
    });
    expect(items()[3]).toMatchObject({
      ...{ form: 'reply', addressed: false, text: 'Anche il mio', quoted: 'sapeva di muffa' },
      parentNativeId: '-1001800000001/501',
      media: [{ kind: 'image', byteLength: 98_011 }],
    });
  });

  it('is one post of ours although it stands in the channel and in its discussion, and comments hang from it', () => {
    const posts = items().filter((item) => item.form === 'post' && item.ours);
    expect(posts.map(({ nativeId }) => nativeId)).toEqual(['-1001900000001/31']);
    expect(items().find((item) => item.form === 'comment')).toMatchObject({
      ...{ addressed: true, visibility: 'followers', text: 'A che ora?' },
      parentNativeId: '-1001900000001/31',
      rootNativeId: '-1001900000001/31',
      references: ['-1001950000001/81'],
      url: 'https://t.me/c/1950000001/82',
      replyContext: { chatId: '-1001950000001', messageId: '82', chatType: 'supergroup' },
    });
  });

  it('is a sign without words, a beginning, and nothing for what nobody said', () => {
    expect(
      events().flatMap((event) =>
        event.kind === 'reaction' ? [[event.reaction, event.author.name, event.ofNativeId]] : [],
      ),
    ).toEqual([
      ['like', 'Ugo', '-1001800000001/501'],
      ['follow', 'Lia', undefined],
    ]);
    expect(events().flatMap((event) => (event.kind === 'unrecognised' ? [event.reason] : []))).toEqual([
      'a message that nobody said',
      'the group goes on as -1001970000001',
    ]);
  });
});

it('a text with a picture is a caption, and shorter', () => {
  const picture = { id: '1', mimeType: 'image/png', byteLength: 10, alt: '' };
  const compose = (length: number, media: Draft['media']) =>
    telegramChannel.compose?.({ ...draft, text: 'a'.repeat(length), media }, telegramLimits);
  expect(compose(1_024, [picture])).toMatchObject({ ok: true });
  expect(compose(1_025, [picture])).toMatchObject({
    error: [{ kind: 'too-long', length: 1_025, max: 1_024, unit: 'utf16' }],
  });
  expect(compose(1_025, [])).toMatchObject({ ok: true });
});
