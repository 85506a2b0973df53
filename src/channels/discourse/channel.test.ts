import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import type { Draft } from '../contract.ts';
import type { ChannelEvent } from '../events.ts';
import { discourseChannel } from './channel.ts';
import { readCooked } from './cooked.ts';
import { discourseLimits } from './limits.ts';
import { DiscourseSettingsSchema } from './settings.ts';

const document = (name: string) =>
  new Uint8Array(fs.readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const context = { site: 'https://forum.example', username: 'Cantina', fetchedAt: '2026-11-22T00:00:00Z' };
const draft: Draft = { text: 'Domani siamo al mercato', media: [], options: {}, signedBy: { name: 'Marta' } };

describeChannelContract(discourseChannel, {
  documents: ['latest-posts.json', 'notifications.json', 'webhook-post.json'].map(document),
  context,
  settings: { site: 'forum.example', username: 'cantina', keepAll: true },
  secrets: { apiKey: 'a1b2c3d4e5f6' },
  writing: { limits: discourseLimits, draft },
});

const eventsOf = (name: string): readonly ChannelEvent[] =>
  discourseChannel.readRaw(document(name), context).flatMap((raw) => discourseChannel.normalise(raw));

describe('what a forum tells', () => {
  it('is read without what is quoted, and with its links and pictures', () => {
    const [answer] = eventsOf('latest-posts.json');
    expect(answer).toEqual({
      kind: 'item',
      item: {
        nativeId: 'https://forum.example/t/77/2',
        revision: expect.any(String),
        form: 'reply',
        visibility: 'public',
        author: {
          nativeId: 'https://forum.example/u/rita_b',
          name: 'Rita Borgo',
          handle: '@rita_b',
          url: 'https://forum.example/u/rita_b',
          avatarUrl: 'https://forum.example/user_avatar/forum.example/rita_b/120/11_2.png',
        },
        ours: false,
        addressed: true,
        text: 'Anche il mio, @cantina! Guardate qui :wine_glass:\n\nDue tappi',
        quoted: expect.stringContaining('il tappo sapeva di muffa'),
        url: 'https://forum.example/t/77/2',
        saidAt: '2026-11-20T18:20:11.000Z',
        editedAt: '2026-11-20T18:31:00.000Z',
        parentNativeId: 'https://forum.example/t/77/1',
        rootNativeId: 'https://forum.example/t/77/1',
        references: [],
        links: [{ url: 'https://diario.example/barbera' }],
        media: [
          {
            kind: 'image',
            url: 'https://forum.example/uploads/default/original/1X/a.jpeg',
            alt: 'Due tappi',
          },
        ],
        replyContext: { topicId: '77', postNumber: '2', postId: '1204' },
      },
    });
  });

  it('is a topic with its title, ours where it is ours, and gone where its author took it back', () => {
    expect(eventsOf('latest-posts.json').slice(1)).toMatchObject([
      {
        item: {
          form: 'post',
          title: 'Il Barbera 2021',
          addressed: false,
          nativeId: 'https://forum.example/t/77/1',
        },
      },
      { item: { ours: true, addressed: false } },
      { kind: 'unrecognised' },
      { kind: 'removed', nativeId: 'https://forum.example/t/70/2' },
    ]);
  });

  it('is a sign in a notification, and a message in a webhook', () => {
    expect(eventsOf('notifications.json')).toMatchObject([
      {
        kind: 'reaction',
        reaction: 'like',
        ofNativeId: 'https://forum.example/t/70/4',
        author: { handle: '@Anna' },
      },
      { kind: 'unrecognised' },
    ]);
    expect(eventsOf('webhook-post.json')).toMatchObject([
      { item: { form: 'message', visibility: 'direct', addressed: true, text: 'Quando riaprite?' } },
    ]);
  });
});

it('quotes inside quotes and previews of links are nobody’s own words', () => {
  const quote = (inner: string) =>
    `<aside class="quote" data-username="Ugo"><blockquote>${inner}</blockquote></aside>`;
  const preview = '<aside class="onebox allowlistedgeneric"><article>Una pagina</article></aside>';
  const cooked = readCooked(
    `<p>Uno</p>${quote(`Due ${quote('Tre')} Quattro`)}<p>Cinque</p>${preview}<p>Sei`,
    'https://f.example',
  );
  expect(cooked.said).toBe('Uno\n\nCinque\n\nSei');
  expect(cooked.quoted).toContain('Due');
  expect(cooked.quoted).toContain('Quattro');
  expect(cooked.quotes).toEqual(['ugo']);
  expect(readCooked('</aside>a<aside class="quote">b', 'https://f.example')).toMatchObject({
    said: 'a',
    quoted: 'b',
  });
});

it('an address is written as people write it', () => {
  const siteOf = (site: string) => DiscourseSettingsSchema.safeParse({ site, username: '@Cantina' }).data;
  expect(siteOf('forum.example/')).toMatchObject({ site: 'https://forum.example', username: 'Cantina' });
  expect(siteOf('https://example.it/community/')?.site).toBe('https://example.it/community');
  expect(siteOf('ftp://forum.example')).toBeUndefined();
});
