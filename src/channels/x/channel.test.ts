import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import type { Draft } from '../contract.ts';
import { xChannel } from './channel.ts';
import { xLimits } from './compose.ts';
import { queryOf } from './poll-search.ts';
import { hasUrl, weigh } from './weigh.ts';

const page = new Uint8Array(fs.readFileSync(new URL('./fixtures/mentions.json', import.meta.url)));
const context = { accountId: '77', username: 'cantina', fetchedAt: '2026-11-22T00:00:00Z' };
const draft: Draft = { text: 'Domani siamo al mercato', media: [], options: {}, signedBy: { name: 'Marta' } };

describeChannelContract(xChannel, {
  documents: [page],
  context,
  settings: { clientId: 'prova', budget: 5, currency: 'EUR' },
  secrets: { clientSecret: 'segreto', accessToken: 'gettone' },
  writing: { limits: xLimits, draft },
});

describe('what X tells', () => {
  const events = xChannel.readRaw(page, context).flatMap((raw) => xChannel.normalise(raw));

  it('is a mention with its links whole, its picture left to X, its author beside it', () => {
    expect(events[0]).toEqual({
      kind: 'item',
      item: {
        nativeId: '1990000000000000003',
        revision: expect.any(String),
        form: 'post',
        visibility: 'public',
        author: {
          nativeId: '900001',
          name: 'Anna Conti 🍇',
          handle: '@anna',
          url: 'https://x.com/anna',
          avatarUrl: 'https://pbs.example/anna_normal.jpg',
        },
        ours: false,
        addressed: true,
        text: '@cantina Il vostro Barbera & il miele sono arrivati! https://diario.example/barbera',
        language: 'it',
        url: 'https://x.com/anna/status/1990000000000000003',
        saidAt: '2026-11-20T18:04:11.000Z',
        references: [],
        links: [{ url: 'https://diario.example/barbera', title: 'Il Barbera' }],
        media: [{ kind: 'image' }],
        replyContext: { postId: '1990000000000000003', username: 'anna' },
      },
    });
  });

  it('is an edit of the first form, a sign, and our own words', () => {
    expect(events.slice(1)).toMatchObject([
      {
        item: {
          ...{ nativeId: '1990000000000000004', form: 'reply', addressed: true },
          ...{ parentNativeId: '1980000000000000001', rootNativeId: '1980000000000000001' },
          references: ['1990000000000000005'],
          replyContext: { postId: '1990000000000000005' },
        },
      },
      { kind: 'reaction', reaction: 'repost', ofNativeId: '1980000000000000001' },
      { item: { ours: true, addressed: false } },
    ]);
  });
});

describe('what is written on X', () => {
  it('is weighed as X does', () => {
    expect(weigh('È l’ora del tè')).toBe(14);
    expect(weigh('日本')).toBe(4);
    expect(weigh('👩‍👩‍👧‍👦🍷')).toBe(4);
    expect(weigh('Leggi https://diario.example/una/pagina/molto/lunga?davvero=si ora')).toBe(6 + 23 + 4);
    expect(weigh('cantina.it')).toBe(23);
  });

  it('costs more wherever X would make a link, also without http', () => {
    const priceOf = (text: string) => {
      const composed = xChannel.compose?.({ ...draft, text }, xLimits);
      return composed?.ok ? composed.value.price : undefined;
    };
    for (const text of [
      'Grazie!',
      'Arriva domani.Grazie',
      'marta@cantina.it',
      'Sono 3.50 euro',
      '@anna.it ciao',
    ])
      expect({ text, price: priceOf(text) }).toEqual({ text, price: 15_000 });
    for (const text of [
      'https://cantina.example',
      'su cantina.it',
      'CANTINA.IT/orari',
      '(www.cantina.wine)',
      'http://x.y',
    ])
      expect({ text, price: priceOf(text) }).toEqual({ text, price: 200_000 });
    expect(hasUrl('')).toBe(false);
  });

  it('may be longer than 280 letters where an address is long', () => {
    const compose = (text: string) => xChannel.compose?.({ ...draft, text }, xLimits);
    expect(compose(`${'a'.repeat(250)} https://diario.example/${'b'.repeat(200)}`)).toMatchObject({
      ok: true,
    });
    expect(compose(`${'a'.repeat(260)} https://diario.example`)).toMatchObject({
      error: [{ kind: 'too-long', length: 284, max: 280 }],
    });
  });
});

it('a term becomes a query that cannot be bent', () => {
  expect(queryOf('#vino', 'cantina')).toBe('#vino -is:retweet -from:cantina');
  expect(queryOf('cantina boschetto', '')).toBe('"cantina boschetto" -is:retweet');
  expect(queryOf('a" OR from:altro "', '')).toBe('"a OR from:altro" -is:retweet');
});
