import { describe, expect, it } from 'vitest';
import { discoverHub, hubLinks } from './discover-hub.ts';
import { parseDocument } from './parse-document.ts';
import { isToBeAsked, type Subscription } from './websub.ts';

const hub = 'https://hub.example/';
const topic = 'https://blog.example/feed.xml';
const found = { hub, topic };
const at = (hours: number) => new Date(Date.UTC(2026, 10, 22) + hours * 3_600_000);
const asked: Subscription = { hub, topic, state: 'asked', askedAt: at(0).toISOString() };
const active: Subscription = {
  ...asked,
  state: 'active',
  until: at(8).toISOString(),
  renewAt: at(6).toISOString(),
};

describe('a hub is asked', () => {
  it.each<[string, Subscription | undefined, number, boolean]>([
    ['when nobody has asked it yet', undefined, 0, true],
    ['when the feed names another hub', { ...active, hub: 'https://old.example/' }, 1, true],
    ['when the feed has another address there', { ...active, topic: 'https://old.example/feed' }, 1, true],
    ['not while its word holds', active, 5, false],
    ['before its word ends', active, 6, true],
    ['not while it may still verify', asked, 0.5, false],
    ['again when it was silent', asked, 1, true],
    ['not soon after a refusal', { ...asked, state: 'refused' }, 23, false],
    ['a day after a refusal', { ...asked, state: 'refused' }, 24, true],
  ])('%s', (_, known, hours, expected) => expect(isToBeAsked(known, found, at(hours))).toBe(expected));
});

describe('a hub is discovered', () => {
  const linksOf = (text: string) => {
    const document = parseDocument(text, topic);
    return document.ok ? document.value.links : undefined;
  };
  const headers = (link?: string) => ({ url: topic, headers: new Headers(link ? { link } : {}) });

  it('by Link headers, before what the document says', () => {
    const link = '<https://hub.example/>; rel="hub", <https://blog.example/vero.xml>; rel="self"';
    expect(discoverHub(headers(link), { hub: 'https://other.example/' })).toEqual({
      hub,
      topic: 'https://blog.example/vero.xml',
    });
  });
  it('in RSS', () => {
    const rss = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>x</title><link>https://blog.example/</link><description>d</description><atom:link rel="hub" href="${hub}"/><atom:link rel="self" href="${topic}"/><item><title>a</title></item></channel></rss>`;
    expect(linksOf(rss)).toEqual({ hub, self: topic });
  });
  it('in Atom', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>x</title><updated>2026-11-22T00:00:00Z</updated><link rel="hub" href="${hub}"/><link rel="self" href="${topic}"/><entry><id>1</id><title>a</title><updated>2026-11-22T00:00:00Z</updated></entry></feed>`;
    expect(linksOf(atom)).toEqual({ hub, self: topic });
  });
  it('in JSON Feed', () => {
    expect(
      hubLinks(
        {
          hubs: [
            { type: 'rssCloud', url: 'https://no.example/' },
            { type: 'WebSub', url: hub },
          ],
          feed_url: topic,
        },
        undefined,
      ),
    ).toEqual({ hub, self: topic });
  });
  it('not where there is none, and never as an odd address', () => {
    expect(discoverHub(headers(), {})).toBeUndefined();
    expect(discoverHub(headers('<javascript:alert(1)>; rel=hub'), {})).toBeUndefined();
    expect(discoverHub(headers(`<${hub}>; rel=hub`), {})).toEqual({ hub, topic });
  });
});
