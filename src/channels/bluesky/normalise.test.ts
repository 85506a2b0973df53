import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChannelEvent, Item } from '../events.ts';
import { normaliseBluesky } from './normalise.ts';
import { readRawBluesky } from './read-raw.ts';

const us = 'did:plc:j26xqvv2ehd4eu2ekyp7rf3x';
const eventsOf = (name: string): readonly ChannelEvent[] =>
  readRawBluesky(new Uint8Array(fs.readFileSync(new URL(`fixtures/${name}`, import.meta.url))), {
    accountId: us,
  }).flatMap(normaliseBluesky);
const itemsOf = (name: string): readonly Item[] =>
  eventsOf(name).flatMap((event) => (event.kind === 'item' ? [event.item] : []));
const saying = (items: readonly Item[], text: string): Item => {
  const found = items.find((item) => item.text.startsWith(text));
  if (!found) throw new Error(`nobody says ${text}`);
  return found;
};

describe('what Bluesky tells', () => {
  it('is a mention spoken to us, with its picture, its link and what an answer needs', () => {
    const item = saying(itemsOf('notifications.json'), 'Il vino di @cantina.test');
    expect(item).toMatchObject({
      form: 'post',
      addressed: true,
      ours: false,
      author: { handle: 'anna.test' },
      language: 'it',
      links: [{ url: 'https://example.com/foto', title: 'https://example.com/foto' }],
      media: [{ kind: 'image', alt: 'Una bottiglia rotta', mimeType: 'image/png' }],
      replyContext: { cid: item.revision, rootUri: item.nativeId, rootCid: item.revision },
    });
    expect(item.url).toMatch(/^https:\/\/bsky\.app\/profile\/anna\.test\/post\/[a-z2-7]{13}$/);
  });

  it('is a reply, in the thread of our post', () => {
    const item = saying(itemsOf('notifications.json'), 'Io vengo');
    const ours = saying(itemsOf('author-feed.json'), 'Domani si vendemmia');
    expect(item).toMatchObject({
      form: 'reply',
      addressed: true,
      parentNativeId: ours.nativeId,
      rootNativeId: ours.nativeId,
      replyContext: { rootUri: ours.nativeId, rootCid: ours.revision },
    });
    expect(ours).toMatchObject({ ours: true, addressed: false });
  });

  it('is a quotation of us, which is spoken to us too', () => {
    expect(saying(itemsOf('notifications.json'), 'Che bella idea')).toMatchObject({
      form: 'post',
      addressed: true,
    });
  });

  it('is a word about us found by searching, with the warning that its author put on it', () => {
    const items = itemsOf('search.json');
    expect(saying(items, 'Nessuno fa la barbera')).toMatchObject({
      addressed: false,
      links: expect.arrayContaining([{ url: 'https://cantina.example/barbera', title: 'La barbera' }]),
    });
    expect(saying(items, 'Roba da barbera')).toMatchObject({
      contentWarning: 'nudity',
      quoted: 'Domani si vendemmia: venite? #vendemmia',
      media: [{ kind: 'image', alt: 'Un bicchiere' }],
    });
  });

  it('is a like, a repost and somebody who follows', () => {
    const reactions = eventsOf('notifications.json').flatMap((event) =>
      event.kind === 'reaction' ? [event.reaction] : [],
    );
    expect(reactions.toSorted()).toEqual(['follow', 'like', 'repost']);
  });

  it('is a deletion', () => {
    const [event] = eventsOf('removed.json');
    expect(event).toEqual({
      kind: 'removed',
      nativeId: saying(itemsOf('notifications.json'), 'Il vino').nativeId,
      removedAt: '2026-11-22T08:00:00.000Z',
    });
  });

  it('reads offsets of facets as bytes, whatever letters come before', () => {
    const text = 'Perché 👩‍👩‍👧 qui';
    const byteStart = Buffer.byteLength('Perché 👩‍👩‍👧 ');
    const document = {
      uri: 'at://did:plc:abc/app.bsky.feed.post/3kabc',
      cid: 'bafyx',
      record: {
        $type: 'app.bsky.feed.post',
        text,
        createdAt: '2026-11-22T08:00:00.000Z',
        facets: [
          {
            index: { byteStart, byteEnd: byteStart + 3 },
            features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://cantina.example/' }],
          },
          { index: { byteStart: 0, byteEnd: 3 }, features: [{ $type: 'x', uri: 'javascript:alert(1)' }] },
        ],
      },
    };
    const [raw] = readRawBluesky(new TextEncoder().encode(JSON.stringify(document)), {});
    const [event] = raw ? normaliseBluesky(raw) : [];
    expect(event?.kind === 'item' ? event.item.links : []).toEqual([
      { url: 'https://cantina.example/', title: 'qui' },
    ]);
  });
});
