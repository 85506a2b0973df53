import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { expectOk } from '../../platform/result.ts';
import type { Draft } from '../contract.ts';
import type { ChannelEvent, Item } from '../events.ts';
import { fediverseChannel } from './channel.ts';
import type { FediversePayload } from './compose.ts';
import { countStatus } from './count.ts';
import type { FediverseLimits } from './instance.ts';
import { instanceOrigin } from './settings.ts';

const document = (name: string) =>
  new Uint8Array(fs.readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const names = ['notifications.json', 'thread.json', 'search.json', 'stream.jsonl', 'removed.json'];
const context = {
  accountId: 'https://social.example/users/cantina',
  instance: 'https://social.example',
  domain: 'social.example',
};
const limits: FediverseLimits = {
  text: { max: 500, unit: 'grapheme' },
  media: {
    max: 4,
    maxBytes: 16_777_216,
    mimeTypes: ['image/jpeg', 'image/png'],
    altRequired: false,
    altMax: 1_500,
  },
  visibilities: ['public', 'unlisted', 'followers', 'direct'],
  contentWarning: true,
  subject: false,
  charactersPerUrl: 23,
};
const post: Draft = {
  text: 'Domani siamo al mercato',
  media: [],
  options: {},
  signedBy: { name: 'Marta' },
};

describeChannelContract(fediverseChannel, {
  documents: names.map(document),
  context,
  settings: { instance: 'mastodon.example', publicSearch: true },
  secrets: { accessToken: 'prova' },
  writing: { limits, draft: post },
});

const eventsOf = (name: string): readonly ChannelEvent[] =>
  fediverseChannel.readRaw(document(name), context).flatMap((raw) => fediverseChannel.normalise(raw));
const itemsOf = (name: string): readonly Item[] =>
  eventsOf(name).flatMap((event) => (event.kind === 'item' ? [event.item] : []));

describe('what a Mastodon instance tells', () => {
  it('is read with its links whole, its warning, its pictures and their descriptions', () => {
    const [mention] = itemsOf('notifications.json');
    expect(mention).toEqual({
      nativeId: 'https://vigna.example/users/anna/statuses/900001',
      revision: expect.any(String),
      form: 'post',
      visibility: 'unlisted',
      author: {
        nativeId: 'https://vigna.example/users/anna',
        name: 'Anna Conti :uva:',
        handle: '@anna@vigna.example',
        url: 'https://vigna.example/@anna',
        avatarUrl: 'https://vigna.example/avatars/anna.png',
      },
      ours: false,
      addressed: true,
      text: '@cantina il vostro Barbera & il miele :uva: sono arrivati interi!\n\nHo scritto tutto qui: https://diario.example/2026/11/barbera-della-cantina-boschetto #vino',
      contentWarning: 'vino e cibo',
      language: 'it',
      url: 'https://vigna.example/@anna/900001',
      saidAt: '2026-11-20T18:04:11.512Z',
      editedAt: '2026-11-20T18:10:00.000Z',
      references: [],
      links: [
        {
          url: 'https://diario.example/2026/11/barbera-della-cantina-boschetto',
          title: 'Il Barbera della Cantina Boschetto',
        },
      ],
      media: [
        { kind: 'image', url: 'https://files.vigna.example/a.jpg', alt: 'Due bottiglie sul tavolo' },
        { kind: 'video', url: 'https://files.vigna.example/b.mp4' },
      ],
      replyContext: {
        visibility: 'unlisted',
        instance: 'https://social.example',
        statusId: '113500001',
        acct: 'anna@vigna.example',
        contentWarning: 'vino e cibo',
      },
    });
  });

  it('brings signs without words as reactions and direct words as messages', () => {
    expect(
      eventsOf('notifications.json').map((event) =>
        event.kind === 'reaction' ? [event.reaction, event.author.handle, event.ofNativeId] : event.kind,
      ),
    ).toEqual([
      'item',
      ['like', '@anna@vigna.example', 'https://social.example/users/cantina/statuses/113500050'],
      ['repost', '@rita@borgo.example', 'https://social.example/users/cantina/statuses/113500050'],
      ['follow', '@rita@borgo.example', undefined],
      'item',
      'unrecognised',
    ]);
    expect(itemsOf('notifications.json')[1]).toMatchObject({ form: 'message', visibility: 'direct' });
  });

  it('holds a thread together by addresses, with our own words known as ours', () => {
    const [mention, ours, reply] = itemsOf('thread.json');
    expect(ours).toMatchObject({
      ours: true,
      addressed: false,
      author: { handle: '@cantina@social.example' },
      parentNativeId: mention?.nativeId,
    });
    expect(reply).toMatchObject({
      form: 'reply',
      addressed: true,
      parentNativeId: ours?.nativeId,
      rootNativeId: mention?.nativeId,
      references: [mention?.nativeId, ours?.nativeId],
    });
  });

  it('tells a quote from the words around it, and reads a poll', () => {
    expect(itemsOf('search.json')[0]).toMatchObject({
      text: 'Ha ragione lei. Voi quale aprite?\n\n• Barbera\n• Grignolino',
      quoted: expect.stringContaining('il vostro Barbera & il miele'),
      addressed: false,
    });
  });

  it('reads the messages of the stream, and an edit as another revision of the same', () => {
    const [, edited] = itemsOf('stream.jsonl');
    const before = itemsOf('thread.json')[2];
    expect(edited?.nativeId).toBe(before?.nativeId);
    expect(edited?.revision).not.toBe(before?.revision);
    expect(edited?.editedAt).toBe('2026-11-20T20:30:00.000Z');
    expect(eventsOf('removed.json')).toEqual([
      {
        kind: 'removed',
        nativeId: 'https://borgo.example/users/rita/statuses/5',
        removedAt: '2026-11-21T10:00:00.000Z',
      },
    ]);
  });
});

const answering = (context: Readonly<Record<string, string>>, changes: Partial<Draft> = {}): Draft => ({
  ...post,
  text: 'Te lo rimandiamo domani',
  inReplyTo: {
    nativeId: 'https://vigna.example/users/anna/statuses/900001',
    references: [],
    authorNativeId: 'https://vigna.example/users/anna',
    authorHandle: '@anna@vigna.example',
    saidAt: '2026-11-20T18:04:11.512Z',
    context,
  },
  ...changes,
});
const composed = (draft: Draft): FediversePayload => {
  const result = fediverseChannel.compose?.(draft, limits);
  if (!result) throw new Error('this channel can write');
  return expectOk(result) as FediversePayload;
};

describe('an answer', () => {
  it('names whom it answers, once', () => {
    expect(composed(answering({})).text).toBe('@anna@vigna.example Te lo rimandiamo domani');
    for (const text of ['@Anna@vigna.example eccoci', 'eccoci, @anna@vigna.example.']) {
      expect(composed(answering({}, { text })).text).toBe(text);
    }
    expect(composed(answering({}, { text: '@anna@vigna.example.org eccoci' })).text).toMatch(
      /^@anna@vigna\.example @anna@vigna\.example\.org/,
    );
  });

  it('to ourselves calls nobody', () => {
    const ours = itemsOf('thread.json')[1]?.replyContext ?? {};
    expect(ours.ours).toBe('1');
    expect(composed(answering(ours)).text).toBe('Te lo rimandiamo domani');
  });

  it.each([
    ['public', undefined, 'public'],
    ['unlisted', 'public', 'unlisted'],
    ['followers', 'public', 'private'],
    ['followers', undefined, 'private'],
    ['direct', 'public', 'direct'],
    ['public', 'followers', 'private'],
    ['public', 'direct', 'direct'],
  ])('to something %s, wanted %s, is %s: never wider', (answered, wanted, visibility) => {
    const options = wanted ? { visibility: wanted } : {};
    expect(composed(answering({ visibility: answered }, { options })).visibility).toBe(visibility);
  });

  it('keeps the warning of what it answers, unless it has its own', () => {
    const warned = { contentWarning: 'vino' };
    expect(composed(answering(warned)).contentWarning).toBe('vino');
    expect(composed(answering(warned, { options: { contentWarning: 'cibo' } })).contentWarning).toBe('cibo');
    expect(composed(answering(warned, { options: { contentWarning: '' } })).contentWarning).toBe('');
  });

  it('is told no where visibility or language are not known', () => {
    for (const options of [{ visibility: 'everywhere' }, { language: 'non è una lingua' }]) {
      expect(fediverseChannel.compose?.({ ...post, options }, limits)).toMatchObject({
        ok: false,
        error: [{ kind: 'bad-option' }],
      });
    }
  });
});

describe('a status is counted as Mastodon does', () => {
  it.each([
    ['ciao', 4],
    ['https://diario.example/2026/11/barbera-della-cantina-boschetto', 23],
    ['(https://diario.example/a).', 23 + 3],
    ['https://localhost/a', 19],
    ['@anna@vigna.example ciao', 10],
    ['scrivi a anna@vigna.example', 27],
    ['👩‍👩‍👧‍👦 è', 3],
  ])('%s is %i', (text, length) => {
    expect(countStatus(text, '', 23)).toBe(length);
    expect(countStatus(text, 'vino', 23)).toBe(length + 4);
  });
});

describe('an instance may be written', () => {
  it.each([
    ['mastodon.uno', 'https://mastodon.uno'],
    [' https://mastodon.uno/@cantina ', 'https://mastodon.uno'],
    ['@cantina@mastodon.uno', 'https://mastodon.uno'],
    ['cantina@Mastodon.Uno', 'https://mastodon.uno'],
    ['http://mastodon.uno', 'https://mastodon.uno'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['', undefined],
    ['cantina', undefined],
    ['https://a:b@mastodon.uno', undefined],
    ['javascript:alert(1)', undefined],
  ])('%s, meant as %s', (written, origin) => {
    expect(instanceOrigin(written)).toBe(origin);
  });
});
