import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import type { Draft } from '../contract.ts';
import { answerPage, answerPath, readAnswerPath } from './answer-page.ts';
import { webmentionChannel } from './channel.ts';
import { webmentionLimits } from './compose.ts';

const file = (name: string) =>
  new Uint8Array(fs.readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const target = 'https://cantina.example/dolcetto-2024';
const source = 'https://anna.example/2026/11/dolcetto';
const fetchedAt = '2026-11-22T10:00:00.000Z';

const draft: Draft = {
  text: 'Ci dispiace: scrivici e te ne mandiamo un’altra.',
  inReplyTo: {
    nativeId: `${source} -> ${target}`,
    references: [],
    authorNativeId: 'https://anna.example/',
    saidAt: '2026-11-20T20:30:00.000Z',
    context: { source, target },
  },
  media: [],
  options: {},
  signedBy: { name: 'Marta, Cantina Valdorsa' },
};

describeChannelContract(webmentionChannel, {
  documents: ['risposta.html', 'articolo.html'].map(file),
  context: { source, target },
  settings: { site: 'cantina.example' },
  writing: { limits: webmentionLimits, draft },
});

const events = (html: string | Uint8Array, context: Record<string, string> = { source, target, fetchedAt }) =>
  webmentionChannel
    .readRaw(typeof html === 'string' ? new TextEncoder().encode(html) : html, context)
    .flatMap((raw) => webmentionChannel.normalise(raw));
const item = (html: string | Uint8Array, context?: Record<string, string>) => {
  const [event] = events(html, context);
  return event?.kind === 'item' ? event.item : undefined;
};

describe('a page that speaks of ours', () => {
  it('as an answer is a comment spoken to us, by who signs it', () => {
    expect(item(file('risposta.html'))).toMatchObject({
      form: 'comment',
      addressed: true,
      author: {
        nativeId: 'https://anna.example/',
        name: 'Anna Bianchi',
        avatarUrl: 'https://anna.example/anna.jpg',
      },
      text: 'Assaggiato ieri sera: profumato, ma il tappo si è rotto.\n\nCapita spesso?',
      url: source,
      saidAt: '2026-11-20T20:30:00.000Z',
      parentNativeId: target,
      replyContext: { source, target },
    });
  });

  it('as a review carries its stars', () => {
    const review = item(file('recensione.html'), { source, target: 'https://cantina.example/visite' });
    expect(review).toMatchObject({
      form: 'review',
      rating: { value: 4, best: 5 },
      title: 'Una domenica in cantina',
      text: 'Accoglienza bella, parcheggio difficile.',
      author: { name: 'Gianni', nativeId: 'https://anna.example/#Gianni' },
    });
  });

  it('without any microformats is an article with the words around the link', () => {
    expect(item(file('articolo.html'))).toMatchObject({
      form: 'article',
      addressed: false,
      title: 'Dieci cantine da visitare',
      text: 'Due: la Cantina Valdorsa, per il suo Dolcetto.',
      language: 'it-IT',
      author: { nativeId: 'https://anna.example/', name: 'anna.example' },
    });
  });

  it.each([
    ['like-of', 'like'],
    ['repost-of', 'repost'],
    ['bookmark-of', 'other'],
  ])('by %s is the reaction %s', (property, reaction) => {
    const html = `<div class="h-entry"><a class="u-${property}" href="${target}">x</a><a class="p-author h-card" href="https://anna.example/">Anna</a></div>`;
    expect(events(html)).toMatchObject([
      { kind: 'reaction', reaction, ofNativeId: target, author: { name: 'Anna' } },
    ]);
  });

  it('by an RSVP says whether they come', () => {
    const html = `<div class="h-entry"><a class="u-in-reply-to" href="${target}">x</a> <data class="p-rsvp" value="yes">ci sarò</data></div>`;
    expect(item(html)).toMatchObject({ form: 'comment', text: 'RSVP: yes', replyContext: { rsvp: 'yes' } });
  });

  it('cannot sign with somebody else’s address', () => {
    const html = `<div class="h-entry"><a class="u-in-reply-to" href="${target}">x</a><p class="e-content">Falso</p><a class="p-author h-card" href="https://sindaco.example/">Il sindaco</a></div>`;
    expect(item(html)?.author).toMatchObject({
      nativeId: 'https://anna.example/#Il sindaco',
      url: 'https://anna.example/',
    });
  });

  it.each([
    ['only as words', `<p>${target}</p>`],
    ['only in a comment', `<!-- <a href="${target}">x</a> -->`],
    ['only in a script', `<script>document.write('<a href="${target}">x</a>')</script>`],
    ['only in a template', `<template><a href="${target}">x</a></template>`],
    ['to a longer address', `<a href="${target}-e-altro">x</a>`],
  ])('%s does not link to it', (_, html) => {
    expect(events(html)).toMatchObject([{ kind: 'unrecognised' }]);
  });

  it.each([
    ['a picture', `<img src="${target}">`],
    ['a film', `<video src="${target}"></video>`],
    ['a relative address', '<base href="https://cantina.example/"><a href="dolcetto-2024">x</a>'],
    ['http for https', `<a href="http://cantina.example/dolcetto-2024">x</a>`],
  ])('links by %s', (_, html) => expect(item(html)).toBeDefined());

  it('may be plain text or JSON', () => {
    expect(item(`Guardate ${target} !`, { source, target, contentType: 'text/plain' })).toBeDefined();
    expect(
      item(JSON.stringify({ about: target }), { source, target, contentType: 'application/json' }),
    ).toBeDefined();
    expect(
      item(JSON.stringify({ about: `${target}x` }), { source, target, contentType: 'application/json' }),
    ).toBeUndefined();
  });

  it('may be a bomb, and is read as far as it is safe', () => {
    const deep = `${'<div>'.repeat(100_000)}<a href="${target}">x</a>`;
    const wide = `<div class="h-entry"><a href="${target}">x</a>${'<b><i><a>'.repeat(60_000)}</div>`;
    const nested = `<div class="h-entry">${'<div class="p-comment h-cite">'.repeat(150)}<a class="u-in-reply-to" href="${target}">x</a>`;
    for (const bomb of [deep, wide, nested]) expect(events(bomb)).toHaveLength(1);
  });
});

describe('our answer', () => {
  const answer = { text: 'Grazie <3 & a presto', target, author: 'Marta "la rossa"', at: fetchedAt };

  it('travels in the address of its page, which only we can write', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => {
        const path = answerPath({ ...answer, text }, 'token');
        expect(readAnswerPath(path, ['other', 'token'])).toEqual({ ...answer, text });
        expect(readAnswerPath(path, ['other'])).toBeUndefined();
        expect(readAnswerPath(`${path}x`, ['token'])).toBeUndefined();
      }),
    );
    expect(readAnswerPath('a/AAAA.', [''])).toBeUndefined();
  });

  it('is a page that reads back as an answer, and runs nothing', () => {
    const html = answerPage(
      { ...answer, text: '<script>alert(1)</script>\n\nCiao' },
      'https://cantina.example/',
    );
    expect(html).not.toContain('<script>');
    expect(item(html)).toMatchObject({
      form: 'comment',
      text: '<script>alert(1)</script>\n\nCiao',
      saidAt: fetchedAt,
    });
  });
});
