import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { proves } from '../../../test/harness/proves.ts';
import type { Item } from '../events.ts';
import { importedChannel, linkedinArchiveChannel } from './channel.ts';

const fixture = (name: string): Buffer => fs.readFileSync(path.join(import.meta.dirname, 'fixtures', name));

const eventsOf = (name: string, context: Readonly<Record<string, string>> = {}, channel = importedChannel) =>
  channel.readRaw(fixture(name), { file: name, ...context }).flatMap((raw) => channel.normalise(raw));

const itemsOf = (...asked: Parameters<typeof eventsOf>): readonly Item[] =>
  eventsOf(...asked).flatMap((event) => (event.kind === 'item' ? [event.item] : []));

proves('imported', 'synthetic', ['mentions', 'comments', 'reviews', 'direct-messages']);
proves('linkedin-archive', 'synthetic', ['comments', 'direct-messages']);

describe('a sheet of reviews', () => {
  it('comes in by the names of its columns, with stars and Italian dates', () => {
    const [first, second] = itemsOf('recensioni.csv');
    expect(first).toMatchObject({
      form: 'review',
      author: { name: 'Anna Bianchi' },
      text: 'Servizio ottimo, vino "speciale".\nTorneremo.',
      rating: { value: 5, best: 5 },
      saidAt: '2024-03-12T17:05:00.000Z',
      url: 'https://recensioni.example/1',
    });
    expect(second).toMatchObject({ rating: { value: 2, best: 5 }, saidAt: '2024-03-12T23:00:00.000Z' });
  });

  it('leaves out a row whose date cannot be read, and keeps stars without words', () => {
    const events = eventsOf('recensioni.csv');
    expect(events.map(({ kind }) => kind)).toEqual(['item', 'item', 'unrecognised', 'item']);
    expect(events[2]).toMatchObject({ reason: 'no-date' });
    expect(events[3]).toMatchObject({ item: { text: '', rating: { value: 3, best: 5 } } });
  });
});

describe('JSON lines', () => {
  it('come in one by one, a broken one alone left out', () => {
    const events = eventsOf('righe.jsonl');
    expect(events.map(({ kind }) => kind)).toEqual(['item', 'unrecognised', 'item']);
    expect(events[0]).toMatchObject({
      item: {
        nativeId: 'json:1',
        author: { name: 'Anna', handle: 'anna@osteria.example' },
        rating: { value: 4, best: 5 },
        saidAt: '2024-03-12T17:05:00.000Z',
      },
    });
  });
});

describe('a WhatsApp chat', () => {
  it('of Android in Italian: several lines, pictures left out, notices passed over, equal messages kept apart', () => {
    const items = itemsOf('chat-android.txt', { us: 'Cantina Rossi', chat: 'Anna' });
    expect(items.map(({ text, ours }) => [ours, text])).toEqual([
      [false, 'Buonasera, avete posto per sei\nsabato a pranzo?'],
      [true, 'Certo! A che ora?'],
      [false, '[Media omessi]'],
      [false, 'Il dolcetto era tappato.'],
      [false, 'Il dolcetto era tappato.'],
    ]);
    expect(items[0]).toMatchObject({
      form: 'message',
      visibility: 'direct',
      saidAt: '2024-03-12T17:05:00.000Z',
    });
    expect(items[3]?.author).toMatchObject({ handle: '+39 340 123 4567' });
    expect(new Set(items.map(({ rootNativeId }) => rootNativeId)).size).toBe(1);
  });

  it('of iOS in English: month first, twelve hours, marks of direction', () => {
    const items = itemsOf('chat-iphone.txt', { us: 'Cantina Rossi', zone: 'UTC' });
    expect(items.map(({ text, saidAt }) => [saidAt, text])).toEqual([
      ['2024-03-25T21:15:02.000Z', '[image omitted]'],
      ['2024-03-25T21:16:40.000Z', 'Lovely place'],
      ['2024-03-25T21:17:00.000Z', 'Thank you\nCome back soon'],
    ]);
    expect(items[0]?.media).toEqual([{ kind: 'image', name: 'image omitted' }]);
  });
});

describe('the archives of networks', () => {
  it('of Instagram: letters mended, oldest first, ours told by our name', () => {
    const items = itemsOf('instagram-message.json', { format: 'instagram', us: 'Cantina Rossi' });
    expect(items.map(({ text, ours, author }) => [author.name, ours, text])).toEqual([
      ['Martina Colò', false, 'Che bontà il vostro caffè!'],
      ['Cantina Rossi', true, 'Grazie mille 🍷'],
    ]);
  });

  it('of X: posts and answers, a broken one left out', () => {
    const items = itemsOf('tweets.js', { ownerHandle: 'cantinarossi', ownerId: '7' });
    expect(items).toMatchObject([
      {
        nativeId: 'x:1050118621198921700',
        ours: true,
        text: 'Vendemmia finita & cantina piena',
        saidAt: '2018-10-10T20:19:24.000Z',
      },
      {
        form: 'reply',
        parentNativeId: 'x:1050118621198921700',
        url: 'https://x.com/cantinarossi/status/1050118621198921728',
      },
    ]);
    expect(eventsOf('tweets.js').filter(({ kind }) => kind === 'unrecognised')).toHaveLength(1);
  });

  it('of Google: reviews with stars, in their own words, and our answers below them', () => {
    const items = itemsOf('google-reviews.json');
    expect(items).toMatchObject([
      {
        form: 'review',
        text: 'Buon vino',
        rating: { value: 4, best: 5 },
        author: { name: 'Lucia Marangon' },
      },
      { ours: true, text: 'Grazie Lucia', parentNativeId: 'google:accounts/1/locations/2/reviews/AbC' },
      { form: 'review', text: '', rating: { value: 1, best: 5 } },
    ]);
  });

  it('of LinkedIn: messages of one conversation', () => {
    const items = itemsOf('linkedin-messages.csv', { us: 'Marta Valdorsa' }, linkedinArchiveChannel);
    expect(items.map(({ ours, text }) => [ours, text])).toEqual([
      [false, 'Ci vediamo a Vinitaly?'],
      [true, 'Volentieri, stand 12.'],
    ]);
    expect(items[0]?.rootNativeId).toBe(items[1]?.rootNativeId);
    expect(linkedinArchiveChannel.manifest.dataTerms.profileAuthors).toBe(false);
  });
});

describe('a mailbox file', () => {
  it('comes in as the mail channel reads letters, with quoted From lines as they were', () => {
    const items = itemsOf('posta.mbox', { accountId: 'info@cantina.example' });
    expect(items).toMatchObject([
      { nativeId: '1@osteria.example', ours: false, text: 'Buongiorno,\nFrom oggi avete il Dolcetto?' },
      { nativeId: '2@cantina.example', ours: true, parentNativeId: '1@osteria.example' },
    ]);
  });
});

describeChannelContract(importedChannel, {
  documents: [
    ...['recensioni.csv', 'righe.jsonl', 'chat-android.txt', 'chat-iphone.txt', 'tweets.js'].map(fixture),
    ...['google-reviews.json', 'instagram-message.json', 'posta.mbox'].map(fixture),
  ],
  settings: {},
});

describeChannelContract(linkedinArchiveChannel, {
  documents: [fixture('linkedin-messages.csv')],
  settings: {},
});
